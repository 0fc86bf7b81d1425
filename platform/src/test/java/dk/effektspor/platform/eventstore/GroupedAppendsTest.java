package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.PlatformApplication;
import dk.effektspor.shared.EventSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class GroupedAppendsTest {

    private static final int CLIENTS = 8;
    private static final int TURNS = 60;

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext context;
    private static EventStorageEngine engine;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        context = PlatformApplication.start(data);
        engine = context.getBean(EventStorageEngine.class);
        jdbc = context.getBean(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void of_appends_at_the_same_moment_only_the_one_whose_place_is_taken_fails() throws Exception {
        String contested = UUID.randomUUID().toString();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        Map<String, Integer> expected = new TreeMap<>();
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                String own = UUID.randomUUID().toString();
                expected.put(own, TURNS);
                work.add(() -> {
                    int won = 0;
                    for (int turn = 0; turn < TURNS; turn++) {
                        // All want the same place in one stream, and each its own in another.
                        won += isAppended(event(contested, turn)) ? 1 : 0;
                        engine.appendEvents(event(own, turn));
                    }
                    return won;
                });
            }
            int won = 0;
            for (Future<Integer> client : clients.invokeAll(work)) {
                won += client.get();
            }
            assertThat(won).isEqualTo(TURNS);
        } finally {
            clients.shutdownNow();
        }
        expected.put(contested, TURNS);
        Map<String, Integer> stored = new TreeMap<>();
        jdbc.query("select aggregate_identifier, count(*), max(sequence_number) from event group by 1", row -> {
            assertThat(row.getInt(3)).isEqualTo(row.getInt(2) - 1);
            stored.put(row.getString(1), row.getInt(2));
        });
        assertThat(stored).containsAllEntriesOf(expected);
    }

    @Test
    void of_one_commands_events_none_is_stored_when_one_cannot_be() {
        String stream = UUID.randomUUID().toString();
        engine.appendEvents(event(stream, 0), event(stream, 1));

        assertThatThrownBy(() -> engine.appendEvents(event(stream, 2), event(stream, 1)))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(engine.lastSequenceNumberFor(stream)).hasValue(1L);
    }

    private static boolean isAppended(DomainEventMessage<?> event) {
        try {
            engine.appendEvents(event);
            return true;
        } catch (RuntimeException taken) {
            return false;
        }
    }

    private static DomainEventMessage<?> event(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "CaseFile", stream, sequence, EventSamples.all().get(0));
    }
}
