package dk.effektspor.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.eventstore.Wakeable;
import dk.effektspor.shared.casefile.CaseId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private final AtomicInteger wakes = new AtomicInteger();
    private final ProjectionSettings settings = new ProjectionSettings(
            1_000, 6_000, 1, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(20));

    @Test
    void a_read_that_waits_has_the_log_looked_at_now() {
        Freshness freshness = new Freshness(store(), settings);

        freshness.await(new CaseId(UUID.randomUUID()), 2L, () -> OptionalLong.of(wakes.get() == 0 ? 1 : 2));

        assertThat(wakes).hasValue(1);
    }

    @Test
    void a_read_of_what_is_there_wakes_nobody() {
        Freshness freshness = new Freshness(store(), settings);

        freshness.await(new CaseId(UUID.randomUUID()), 2L, () -> OptionalLong.of(2));

        assertThat(wakes).hasValue(0);
    }

    private EventStore store() {
        return (EventStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EventStore.class, Wakeable.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "lastSequenceNumberFor" -> Optional.of(1L);
                    case "wakeNow" -> {
                        wakes.incrementAndGet();
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
