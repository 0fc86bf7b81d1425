package dk.effektspor.platform.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.effektspor.platform.security.AnySignedIn;
import dk.effektspor.platform.security.Caller;
import dk.effektspor.platform.security.PlatformTest;
import dk.effektspor.platform.security.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command at work, one waiting, and what happens to the others; through the real chain and a real web server. */
@PlatformTest
@TestPropertySource(
        properties = {
            "test.slow=true",
            "effektspor.load.commands.in-work=1",
            "effektspor.load.commands.waiting=1",
            "effektspor.load.commands.longest-wait=60s",
            "effektspor.load.reads.in-work=1",
            "effektspor.load.reads.waiting=0"
        })
class OverloadTest {

    private static final Semaphore FINISH = new Semaphore(0);

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Environment environment;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcClient jdbc;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MeterRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Caller anna;

    @BeforeEach
    void sign_in() {
        anna = Caller.of(environment).as(Role.CASEWORKER, jdbc);
    }

    @AfterEach
    void everybody_is_done() {
        FINISH.release(100);
        await().until(() -> gauge("in.work", "commands") == 0 && gauge("in.work", "reads") == 0);
        FINISH.drainPermits();
        callers.shutdownNow();
    }

    @Test
    void the_third_command_is_turned_away_at_once_and_the_others_finish() throws Exception {
        double shedBefore = shed("commands", "queue-full");
        Future<HttpResponse<String>> first = slowCommand();
        await().until(() -> gauge("in.work", "commands") == 1);
        Future<HttpResponse<String>> second = slowCommand();
        await().until(() -> gauge("waiting", "commands") == 1);

        // Not even a password is looked at: a wrong one is turned away just the same.
        HttpResponse<String> third = Caller.of(environment)
                .basic("anna", "wrong")
                .with("Accept-Language", "en")
                .post("/api/v1/slow", "{}");

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValueAsLong("Retry-After")).hasValue(2);
        assertThat(third.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(third.body());
        assertThat(problem.path("code").asString()).isEqualTo("load.busy");
        assertThat(problem.path("title").asString()).isEqualTo("Busy right now");
        // Nothing is logged of it that an id could lead to.
        assertThat(problem.has("correlation")).isFalse();
        assertThat(third.headers().firstValue("X-Correlation-Id")).isEmpty();
        assertThat(shed("commands", "queue-full")).isEqualTo(shedBefore + 1);

        // Health, the operator and whoever only reads have doors of their own.
        assertThat(Caller.of(environment).get("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        assertThat(Caller.of(environment)
                        .as(Role.OPERATOR, jdbc)
                        .get("/actuator/metrics")
                        .statusCode())
                .isEqualTo(200);
        assertThat(anna.get("/api/v1/test/me").statusCode()).isEqualTo(200);

        FINISH.release(2);
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(second.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void heavy_reads_do_not_keep_commands_out() throws Exception {
        Future<HttpResponse<String>> read = callers.submit(() -> anna.get("/api/v1/slow"));
        await().until(() -> gauge("in.work", "reads") == 1);

        assertThat(anna.get("/api/v1/test/me").statusCode()).isEqualTo(429);
        Future<HttpResponse<String>> command = slowCommand();
        await().until(() -> gauge("in.work", "commands") == 1);
        FINISH.release(2);

        assertThat(command.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(read.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    private Future<HttpResponse<String>> slowCommand() {
        return callers.submit(() -> anna.post("/api/v1/slow", "{}"));
    }

    private double gauge(String name, String gate) {
        return registry.get("effektspor.load." + name).tag("gate", gate).gauge().value();
    }

    private double shed(String gate, String reason) {
        return registry.get(LoadMetrics.SHED)
                .tags("gate", gate, "reason", reason)
                .counter()
                .count();
    }

    /** Kept by the property out of the other applications that scan this package. */
    @ConditionalOnProperty("test.slow")
    @RestController
    static class Slow {

        @PostMapping("/api/v1/slow")
        @AnySignedIn
        Map<String, Object> command() throws InterruptedException {
            return read();
        }

        @GetMapping("/api/v1/slow")
        @AnySignedIn
        Map<String, Object> read() throws InterruptedException {
            assertThat(FINISH.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            return Map.of();
        }
    }
}
