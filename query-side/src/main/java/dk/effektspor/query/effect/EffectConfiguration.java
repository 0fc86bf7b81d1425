package dk.effektspor.query.effect;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.platform.StartRefused;
import dk.effektspor.query.effect.facts.EffectCase;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.reference.BadReference;
import dk.effektspor.query.effect.reference.References;
import dk.effektspor.query.platform.CaseProjection;
import dk.effektspor.query.platform.Projections;
import dk.effektspor.query.platform.WholeViews;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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
    WebMvcConfigurer wholeEffectView(Projections projections) {
        return WholeViews.guarding(
                projections, "effect-view", List.of("/api/v1/effects/*"), "/api/v1/effects/references");
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
