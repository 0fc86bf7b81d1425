package dk.effektspor.query.timeline;

import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.web.PageLimits;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.clocks.AskedClocks;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.query.platform.Answers;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.NoteId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

/** Everything that happened in a case, and what was noted in it. */
@RestController
class TimelineController {

    private final ReadableTimelines timelines;

    TimelineController(ReadableTimelines timelines) {
        this.timelines = timelines;
    }

    @CaseReading
    @GetMapping("/api/v1/cases/{caseId}/timeline")
    ResponseEntity<TimelineAnswer> timeline(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "RECORDED") TimelineOrder order,
            @RequestParam(defaultValue = "DESC") TimelineOrder.Direction direction,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Long atLeast,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        TwoClocks clocks = AskedClocks.of(validAt, knownAt);
        int size = PageLimits.size(limit);
        Locale language = ProblemTexts.language(acceptLanguage);
        TimelineReading reading = timelines.get(new CaseId(caseId), atLeast, clocks, language);
        List<TimelineEntry> rest = order.after(reading.entries(), direction, cursor);
        List<TimelineEntry> page = rest.subList(0, Math.min(size, rest.size()));
        String next = rest.size() > size ? order.cursor(page.get(size - 1), direction) : null;
        TimelineAnswer answer = new TimelineAnswer(
                reading.version(), page.stream().map(reading::happening).toList(), next);
        return Answers.at(clocks.isPresent(), reading.version(), language, answer);
    }

    @CaseReading
    @GetMapping("/api/v1/cases/{caseId}/notes/{noteId}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TimelineReading.Note.class)))
    ResponseEntity<RawValue> note(
            @PathVariable UUID caseId,
            @PathVariable UUID noteId,
            @RequestParam @Nullable Long atLeast,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        TwoClocks clocks = AskedClocks.of(validAt, knownAt);
        Locale language = ProblemTexts.language(acceptLanguage);
        TimelineReading reading = timelines.get(new CaseId(caseId), atLeast, clocks, language);
        RawValue note = reading.note(new NoteId(noteId))
                .orElseThrow(() -> new Problem(404, "case.unknown-part", Map.of("id", noteId.toString())));
        return Answers.at(clocks.isPresent(), reading.version(), language, note);
    }
}
