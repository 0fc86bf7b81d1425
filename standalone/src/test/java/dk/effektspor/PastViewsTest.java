package dk.effektspor;

import static dk.effektspor.CaseBodies.TERMS;
import static dk.effektspor.CaseBodies.correction;
import static dk.effektspor.CaseBodies.opening;
import static dk.effektspor.CaseBodies.reading;
import static dk.effektspor.CaseBodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A case asked for two dates, before and after two things were learnt late: that a reading was wrong and of another
 * day, and that an intervention had ended long before a note that already stood there.
 */
class PastViewsTest extends RunningStandalone {

    private static final String CASEWORKER = "sagsbehandler";

    private String address = "";
    private String reading = "";
    private String home = "";
    private String note = "";

    @Test
    void every_view_of_a_case_tells_what_was_true_on_one_date_as_known_on_another() {
        recordUntilTheStart();
        String before = "&knownAt=" + lastRecordedAt(4);
        recordWhatWasLearntLate();
        String after = "&knownAt=" + lastRecordedAt(7);

        String summer = "?validAt=2020-07-01";
        underWayWithTheFirstReading(summer + before);
        endedWithTheCorrectedReading(summer + after);

        String march = "?validAt=2020-03-11";
        assertThat(compass(march + before)).isEqualTo("4 on 2020-03-10");
        assertThat(compass(march + after)).isEmpty();
        assertThat(happenings(march + before)).containsExactly(1L, 2L);
        assertThat(happenings(march + after)).containsExactly(1L);
        for (String point : List.of(march + before, march + after)) {
            assertThat(ask("", point).path("interventions")).isEmpty();
            assertThat(ask("/ladder", point).path("course")).isEmpty();
            refused(home, point, "case.unknown-part");
        }
        refused(reading, march + after, "case.unknown-part");

        for (String view : List.of("", "/ladder", "/compass", "/timeline")) {
            refused(address + view, "?validAt=2020-03-01" + after, "clocks.not-yet");
            refused(address + view, summer + "&knownAt=2020-07-01", "clocks.not-yet");
        }
        for (String part : List.of(home, reading, note)) {
            refused(part, summer + "&knownAt=2020-07-01", "clocks.not-yet");
        }
    }

    private void underWayWithTheFirstReading(String point) {
        JsonNode found = ask("", point);
        assertThat(found.path("version").asLong()).isEqualTo(4);
        assertThat(found.path("step").asInt()).isEqualTo(2);
        assertThat(found.at("/interventions/0/status").asString()).isEqualTo("ACTIVE");
        JsonNode ladder = ask("/ladder", point);
        assertThat(ladder.path("on").asString()).isEqualTo("2020-07-01");
        assertThat(ladder.path("step").asInt()).isEqualTo(2);
        assertThat(ladder.path("course").toString()).isEqualTo("[{\"step\":2,\"from\":\"2020-04-01\"}]");
        assertThat(compass(point)).isEqualTo("4 on 2020-03-10");
        assertThat(happenings(point)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told(home, point).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(told(reading, point).path("wordings")).hasSize(1);
        refused(note, point, "case.unknown-part");
    }

    private void endedWithTheCorrectedReading(String point) {
        JsonNode found = ask("", point);
        assertThat(found.path("version").asLong()).isEqualTo(7);
        assertThat(found.has("step")).isFalse();
        assertThat(found.at("/interventions/0/status").asString()).isEqualTo("ENDED");
        JsonNode ladder = ask("/ladder", point);
        assertThat(ladder.has("step")).isFalse();
        assertThat(ladder.path("course").toString())
                .isEqualTo("[{\"step\":2,\"from\":\"2020-04-01\",\"until\":\"2020-06-15\"}]");
        assertThat(compass(point)).isEqualTo("5 on 2020-03-12");
        assertThat(happenings(point)).containsExactly(1L, 2L, 3L, 4L, 6L, 7L);
        assertThat(told(home, point).at("/intervention/end/on").asString()).isEqualTo("2020-06-15");
        assertThat(told(reading, point).path("wordings")).hasSize(2);
        refused(note, point, "case.unknown-part");
        assertThat(told(note, point.replace("07-01", "09-03")).path("text").asString())
                .isEqualTo("Ringede hjem");
    }

    private void recordUntilTheStart() {
        address = did("/api/v1/cases", opening("2020-8300001"));
        reading = did(address + "/compass-scores", reading("ENTRY", 4, "2020-03-10"));
        home = did(
                address + "/interventions",
                with(TERMS.formatted("HJEM", "§52 stk. 3 nr. 2", "2020-04-01", ""), "2020-03-15"));
        did(home + "/start", "{\"effectiveOn\": \"2020-04-01\"}");
    }

    private void recordWhatWasLearntLate() {
        note = did(address + "/notes", "{\"text\": \"Ringede hjem\", \"effectiveOn\": \"2020-09-03\"}");
        did(reading + "/correct", correction(reading("ENTRY", 5, "2020-03-12")));
        did(home + "/end", """
            {"reasons": ["GOALS_REACHED"], "destination": "STAYS_AT_HOME", "breakdown": false,
             "effectiveOn": "2020-06-15"}
            """);
    }

    private String did(String path, String body) {
        Answer answer = post(CASEWORKER, path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isIn(201, 204);
        return answer.header("Location");
    }

    private String lastRecordedAt(long version) {
        return told(address + "/timeline", "?order=RECORDED&direction=DESC&limit=1&atLeast=" + version)
                .at("/entries/0/recordedAt")
                .asString();
    }

    /** The readings of the first dimension. */
    private String compass(String point) {
        StringBuilder readings = new StringBuilder();
        for (JsonNode reading : ask("/compass", point).at("/series/0/readings")) {
            readings.append(reading.path("score").asInt())
                    .append(" on ")
                    .append(reading.path("on").asString());
        }
        return readings.toString();
    }

    private List<Long> happenings(String point) {
        return ask("/timeline", point + "&direction=ASC")
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("version").asLong())
                .toList();
    }

    private JsonNode ask(String view, String point) {
        return told(address + view, point);
    }

    private JsonNode told(String path, String point) {
        Answer answer = get(CASEWORKER, path + point);
        assertThat(answer.status()).as(path + point + " " + answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag").isEmpty())
                .as("the tag is the present version's")
                .isEqualTo(point.contains("knownAt"));
        return answer.json();
    }

    private void refused(String path, String point, String code) {
        Answer answer = get(CASEWORKER, path + point);
        assertThat(answer.status()).as(path + point + " " + answer.body()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }
}
