package dk.effektspor.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class EventStoreAwayTest {

    private volatile boolean away;

    @Test
    void a_read_side_without_its_event_store_says_so_and_is_ready_again_with_it() {
        InMemoryEventStorageEngine events = new InMemoryEventStorageEngine() {
            @Override
            public @Nullable TrackingToken createHeadToken() {
                if (away) {
                    throw new EventStoreException("away");
                }
                return super.createHeadToken();
            }
        };
        try (EmbeddedMongo mongo = new EmbeddedMongo();
                ReadSide side = ReadSide.start(events, mongo.uri(), CaseProjectionTest.Feature.class)) {
            ProjectionHealth health = side.bean(ProjectionHealth.class);
            side.awaitViews();

            away = true;
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails()).containsEntry("eventStore", "EventStoreException");

            away = false;
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
