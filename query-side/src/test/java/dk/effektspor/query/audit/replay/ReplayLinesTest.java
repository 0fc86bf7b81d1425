package dk.effektspor.query.audit.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.history.StoredHistory;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayLinesTest {

    private static final AuditedCases.Door AUDITED = new AuditedCases.Door(EventSamples.CASE, EventSamples.CITIZEN);

    private long written;
    private long mostHeld;

    @Test
    void of_ten_thousand_events_no_more_than_a_page_is_held_at_a_time() {
        ReplayLines.write(
                replay(new LongCase(10_000, Long.MAX_VALUE)), AUDITED, Sought.ANYTHING, Locale.ENGLISH, new Counted());

        assertThat(written).isEqualTo(10_001);
        assertThat(mostHeld).isEqualTo(StoredHistory.AT_ONCE);
    }

    @Test
    void a_whole_replay_ends_with_its_count_and_the_hash_of_all_before() {
        for (int length : new int[] {1, StoredHistory.AT_ONCE, StoredHistory.AT_ONCE + 1}) {
            List<String> lines = lines(new LongCase(length, Long.MAX_VALUE));
            String before = String.join("\n", lines.subList(0, length)) + "\n";
            JsonNode end = ViewJson.MAPPER.readTree(lines.get(length)).path("end");

            assertThat(end.path("events").intValue()).isEqualTo(length);
            assertThat(end.path("sha256").stringValue())
                    .isEqualTo(HexFormat.of().formatHex(Replay.sha256().digest(before.getBytes(UTF_8))));
        }
    }

    @Test
    void a_history_with_a_hole_breaks_off_with_an_error_and_without_an_end() {
        List<String> lines = lines(new LongCase(1_000, 600));

        assertThat(lines).hasSize(601);
        JsonNode last = ViewJson.MAPPER.readTree(lines.get(600));
        assertThat(last.at("/error/code").stringValue()).isEqualTo("history.unreadable");
        assertThat(last.at("/error/afterEvents").intValue()).isEqualTo(600);
        assertThat(last.has("end")).isFalse();
    }

    @Test
    void an_event_that_cannot_be_read_is_told_as_what_comes_after_all_before_it() {
        List<String> lines = lines(stored -> {
            if (stored.sequence() == 600) {
                throw new IllegalStateException("Unreadable");
            }
            return told(stored);
        });

        assertThat(lines).hasSize(601);
        assertThat(ViewJson.MAPPER.readTree(lines.get(599)).path("sequence").intValue())
                .isEqualTo(599);
        assertThat(ViewJson.MAPPER
                        .readTree(lines.get(600))
                        .at("/error/afterEvents")
                        .intValue())
                .isEqualTo(600);
    }

    private List<String> lines(Function<StoredEvent, Fact> decoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Replay replay = replay(new LongCase(1_000, Long.MAX_VALUE), decoding);
        ReplayLines.write(replay, AUDITED, Sought.ANYTHING, Locale.ENGLISH, out);
        return out.toString(UTF_8).lines().toList();
    }

    private List<String> lines(StoredEvents events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReplayLines.write(replay(events), AUDITED, Sought.ANYTHING, Locale.ENGLISH, out);
        return out.toString(UTF_8).lines().toList();
    }

    private static Fact told(StoredEvent stored) {
        return new Fact(
                new CaseAssigned(EventSamples.CASE, "anna", LocalDate.of(2020, 1, 1)),
                new Recorded(stored.sequence() + 1, stored.eventId(), Instant.EPOCH, Map.of()));
    }

    private Replay replay(StoredEvents events) {
        return replay(events, ReplayLinesTest::told);
    }

    private static Replay replay(StoredEvents events, Function<StoredEvent, Fact> decoding) {
        return new Replay(
                new StoredHistory(events),
                ids -> Map.of(),
                decoding,
                new OpenedTexts(mock(Vault.class)),
                CatalogueLoader.fromClassPath());
    }

    /** So many events of one case; the one with the missing sequence number is not there. */
    private final class LongCase implements StoredEvents {

        private final long length;
        private final long missing;

        LongCase(long length, long missing) {
            this.length = length;
            this.missing = missing;
        }

        @Override
        public List<StoredEvent> ofStream(String stream, long from, int limit) {
            List<StoredEvent> page = new ArrayList<>();
            for (long sequence = from; sequence < length && page.size() < limit; sequence++) {
                if (sequence != missing) {
                    page.add(new StoredEvent(
                            sequence,
                            "event-" + sequence,
                            stream,
                            sequence,
                            "CaseFile",
                            "2020-01-01T00:00:00.000Z",
                            "case.assigned",
                            "1",
                            new byte[0],
                            new byte[0]));
                }
            }
            mostHeld = Math.max(mostHeld, from + page.size() - written);
            return page;
        }

        @Override
        public List<StoredEvent> after(long globalIndex, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<StoredEvent> withId(String eventId) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Counted extends OutputStream {
        @Override
        public void write(int b) {
            if (b == '\n') {
                written++;
            }
        }
    }
}
