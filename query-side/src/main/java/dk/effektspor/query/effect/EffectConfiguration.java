package dk.effektspor.query.effect;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.platform.StartRefused;
import dk.effektspor.query.effect.facts.EffectCase;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.reference.BadReference;
import dk.effektspor.query.effect.reference.References;
import dk.effektspor.query.platform.CaseProjection;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EffectSettings.class)
class EffectConfiguration {

    @Bean
    EffectFactStore effectFactStore(MongoDatabase database) {
        return new EffectFactStore(database.getCollection("effect_view"));
    }

    @Bean
    CaseProjection<EffectCase> effectProjection(EffectFactStore store) {
        return new CaseProjection<>(
                "effect-view",
                (view, event, recorded) -> (view == null ? EffectCase.NEW : view).apply(event, recorded.version()),
                store.views());
    }

    @Bean
    References references() {
        return orRefused(References::fromClassPath);
    }

    static References orRefused(Supplier<References> files) {
        try {
            return files.get();
        } catch (BadReference bad) {
            throw new StartRefused(
                    "Referencetallene kan ikke bruges: " + bad.getMessage(),
                    "The reference figures cannot be used: " + bad.getMessage(),
                    bad);
        }
    }
}
