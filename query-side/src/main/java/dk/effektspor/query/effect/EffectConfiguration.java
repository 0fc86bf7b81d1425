package dk.effektspor.query.effect;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.facts.EffectLog;
import dk.effektspor.query.effect.reference.BadReference;
import dk.effektspor.query.effect.reference.References;
import dk.effektspor.query.platform.CaseProjection;
import dk.effektspor.query.platform.Projections;
import dk.effektspor.query.platform.WholeViews;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EffectSettings.class, EffectMemory.class})
class EffectConfiguration {

    @Bean
    EffectFactStore effectFactStore(MongoDatabase database, EffectMemory memory) {
        return new EffectFactStore(
                EffectFactStore.FORM.of(database), memory.logsInMemory().toBytes());
    }

    @Bean
    CaseProjection<EffectLog> effectProjection(EffectFactStore store) {
        return new CaseProjection<>(
                EffectFactStore.FORM,
                (view, event, recorded) ->
                        (view == null ? EffectLog.NEW : view).plus(event, recorded.version(), recorded.recordedAt()),
                store.views());
    }

    @Bean
    WebMvcConfigurer wholeEffectView(Projections projections) {
        return WholeViews.guarding(
                projections, EffectFactStore.FORM.group(), List.of("/api/v1/effects/*"), "/api/v1/effects/references");
    }

    @Bean
    ClocksOfRequest clocksOfRequest(ObjectProvider<CurrentActor> actor, Optional<Clock> clock) {
        return new ClocksOfRequest(() -> actor.getObject().get(), clock.orElseGet(Clock::systemUTC));
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
