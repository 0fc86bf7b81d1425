package dk.effektspor.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.casefile.CaseFileEvent;
import dk.effektspor.shared.casefile.CaseId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineEntryTest {

    private static final Instant AT = Instant.parse("2026-03-02T10:11:12.345Z");

    @Test
    void every_event_comes_back_from_its_line() {
        List<CaseEvent> samples = EventSamples.all();
        for (int i = 0; i < samples.size(); i++) {
            CaseEvent event = samples.get(i);
            Recorded recorded = new Recorded(i + 1, "id-" + i, AT, Map.of("actor", "anna"));

            TimelineEntry entry = kept(event, recorded);

            assertThat(TimelineReading.fact(entry).event()).isEqualTo(event);
            assertThat(TimelineReading.fact(entry).recorded()).isEqualTo(recorded);
            assertThat(entry.effectiveOn()).isEqualTo(event.effectiveOn());
            assertThat(entry.name()).isEqualTo(event.eventName());
        }
    }

    @Test
    void what_divides_fields_and_lines_may_stand_in_a_text() {
        Map<String, String> trace = Map.of("actor", "ærø\tåse\nline", "client", "a \"b\" \\t \r\n");

        TimelineEntry entry =
                kept(EventSamples.all().get(0), new Recorded(1, "id", Instant.parse("2026-03-02T10:11:12Z"), trace));

        assertThat(entry.traced()).isEqualTo(trace);
        assertThat(entry.recordedAt()).isEqualTo(Instant.parse("2026-03-02T10:11:12Z"));
    }

    /** Lines outlive the program; written in another way they need the next number of {@link Timelines#FORM}. */
    @Test
    void a_line_has_its_fields_in_one_order() {
        CaseEvent assigned = new CaseFileEvent.CaseAssigned(
                CaseId.of("8b2a0a54-5f3e-4d0e-9d0c-1f4f4f1f8a10"), "bente", LocalDate.of(2026, 3, 1));

        byte[] line = new TimelineFold()
                .apply(null, assigned, new Recorded(1, "id-1", AT, Map.of("actor", "anna")))
                .lines()
                .get(0);

        assertThat(new String(line, StandardCharsets.UTF_8))
                .isEqualTo("1\tid-1\tcase.assigned\t1\t2026-03-01\t2026-03-02T10:11:12.345Z\t\t"
                        + "{\"caseId\":\"8b2a0a54-5f3e-4d0e-9d0c-1f4f4f1f8a10\",\"caseworker\":\"bente\","
                        + "\"effectiveOn\":\"2026-03-01\"}\t{\"actor\":\"anna\"}");
    }

    private static TimelineEntry kept(CaseEvent event, Recorded recorded) {
        byte[] line = new TimelineFold().apply(null, event, recorded).lines().get(0);
        String text = new String(line, StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        return TimelineEntry.of(text);
    }
}
