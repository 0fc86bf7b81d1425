package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void who_waits_for_an_event_need_not_wait_for_the_events_that_gather() throws Exception {
        EmbeddedEventStore.Builder store = EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine());
        try (EventLog log = new EventLog(store, new EventStoreSettings(NEVER, 1_000, NEVER, NEVER));
                TrackingEventStream follower = log.openStream(null)) {
            assertThat(follower.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            log.publish(event(0));
            assertThat(follower.hasNextAvailable(200, TimeUnit.MILLISECONDS))
                    .as("woken by the commit, although one look was made just before")
                    .isFalse();

            log.wakeNow();

            assertThat(follower.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            follower.nextAvailable();
            log.publish(event(1));
            log.wakeNow();
            assertThat(follower.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static GenericDomainEventMessage<String> event(long sequence) {
        return new GenericDomainEventMessage<>("CaseFile", "case", sequence, "note");
    }
}
