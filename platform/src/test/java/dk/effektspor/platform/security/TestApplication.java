package dk.effektspor.platform.security;

import dk.effektspor.platform.vault.TestDatabase;
import dk.effektspor.platform.web.ETags;
import dk.effektspor.platform.web.PageLimits;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemMapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small application on the real filter chain: one endpoint for each way a request can end. */
@Configuration(proxyBeanMethods = false)
@Profile(PlatformTest.PROFILE)
@EnableAutoConfiguration(
        excludeName = {
            "org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerActuatorAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
            "org.axonframework.springboot.autoconfig.InfraConfiguration",
            "org.axonframework.springboot.autoconfig.InterceptorAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration"
        })
@ComponentScan({
    "dk.effektspor.platform.load",
    "dk.effektspor.platform.vault",
    "dk.effektspor.platform.security",
    "dk.effektspor.platform.web"
})
class TestApplication {

    @Bean
    DataSource dataSource() {
        return TestDatabase.empty();
    }

    @Bean
    ProblemMapping unsupported() {
        return failure -> failure instanceof UnsupportedOperationException
                ? new Problem(409, "test.rule", Map.of("step", 3))
                : null;
    }

    enum Colour {
        RED,
        GREEN
    }

    record Score(String dimension, @Nullable Integer score) {}

    record Body(
            LocalDate effectiveOn,
            Colour colour,
            List<Score> scores,
            @Nullable UUID id) {}

    @RestController
    @Profile(PlatformTest.PROFILE)
    @RequestMapping("/api/v1/test")
    static class Endpoints {

        private final CurrentActor actor;

        Endpoints(CurrentActor actor) {
            this.actor = actor;
        }

        @GetMapping("/me")
        @AnySignedIn
        Actor me() {
            return actor.get();
        }

        @PostMapping("/cases/{caseId}")
        @Casework
        ResponseEntity<Void> write(
                @PathVariable UUID caseId,
                @RequestBody Body body,
                @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
            return ResponseEntity.noContent()
                    .eTag(ETags.of(ETags.expected(ifMatch).orElse(body.scores().size())))
                    .build();
        }

        @GetMapping("/cases")
        @CaseReading
        Map<String, Object> list(
                @RequestParam(required = false) @Nullable Integer limit,
                @RequestParam(required = false) @Nullable Colour colour,
                @RequestParam(name = "q", required = false) @Nullable String words) {
            return Map.of("limit", PageLimits.size(limit));
        }

        @GetMapping("/effects")
        @EffectReading
        Map<String, Object> effects(@RequestParam LocalDate on) {
            return Map.of();
        }

        @GetMapping(path = "/report", produces = "text/csv")
        @Operations
        String report() {
            return "a,b\n";
        }

        @GetMapping("/fails/{how}")
        @Operations
        void fail(@PathVariable String how) {
            switch (how) {
                case "store" -> throw new DataAccessResourceFailureException("jdbc:postgresql://secret-host");
                case "rule" -> throw new UnsupportedOperationException();
                case "problem" -> throw Problem.invalidField("name", "required");
                case "surprise" -> throw new IllegalStateException("610112-0001 must not be seen");
                default -> {}
            }
        }

        @PostMapping(path = "/import", consumes = MediaType.APPLICATION_NDJSON_VALUE)
        @Operations
        Map<String, Object> lines(@RequestBody byte[] lines) {
            return Map.of("bytes", lines.length);
        }
    }

    @RestController
    @Profile(PlatformTest.PROFILE)
    static class WithoutAnnotation {

        @GetMapping("/forgotten")
        String forgotten() {
            return "nobody said who may see this";
        }
    }
}
