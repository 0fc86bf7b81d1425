package dk.effektspor.query.caseview;

import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.clocks.AskedClocks;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.query.platform.Answers;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

/**
 * Parts of a case, where the answers to writes say they are: as they stand, or as true on one date and known at
 * another. A part's tag is the version of its case.
 */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class CasePartController {

    private final ReadableCases cases;
    private final OpenedTexts texts;

    CasePartController(ReadableCases cases, OpenedTexts texts) {
        this.cases = cases;
        this.texts = texts;
    }

    @CaseReading
    @GetMapping("/interventions/{interventionId}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseAnswer.Course.class)))
    ResponseEntity<RawValue> intervention(
            @PathVariable UUID caseId,
            @PathVariable UUID interventionId,
            @RequestParam @Nullable Long atLeast,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        TwoClocks clocks = AskedClocks.of(validAt, knownAt);
        CaseView view = cases.get(new CaseId(caseId), atLeast, clocks);
        InterventionId id = new InterventionId(interventionId);
        Intervention found = only(view.interventions(), i -> i.interventionId().equals(id), interventionId);
        return answer(view, clocks, CaseAnswer.course(found), acceptLanguage);
    }

    @CaseReading
    @GetMapping("/compass-scores/{scoringId}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScoringHistory.class)))
    ResponseEntity<RawValue> scoring(
            @PathVariable UUID caseId,
            @PathVariable UUID scoringId,
            @RequestParam @Nullable Long atLeast,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        TwoClocks clocks = AskedClocks.of(validAt, knownAt);
        CaseView view = cases.get(new CaseId(caseId), atLeast, clocks);
        ScoringId id = new ScoringId(scoringId);
        ScoringHistory found = only(view.scorings(), s -> s.scoringId().equals(id), scoringId);
        return answer(view, clocks, found, acceptLanguage);
    }

    @CaseReading
    @GetMapping("/network-meetings/{meetingId}")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CaseView.NetworkMeeting.class)))
    ResponseEntity<RawValue> networkMeeting(
            @PathVariable UUID caseId,
            @PathVariable UUID meetingId,
            @RequestParam @Nullable Long atLeast,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        TwoClocks clocks = AskedClocks.of(validAt, knownAt);
        CaseView view = cases.get(new CaseId(caseId), atLeast, clocks);
        MeetingId id = new MeetingId(meetingId);
        CaseView.NetworkMeeting found = only(view.meetings(), m -> m.meetingId().equals(id), meetingId);
        return answer(view, clocks, found, acceptLanguage);
    }

    private static <T> T only(List<T> parts, Predicate<T> which, UUID id) {
        return parts.stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new Problem(404, "case.unknown-part", Map.of("id", id.toString())));
    }

    private ResponseEntity<RawValue> answer(
            CaseView view, TwoClocks clocks, Object part, @Nullable String acceptLanguage) {
        Locale language = ProblemTexts.language(acceptLanguage);
        RawValue opened = texts.json(view.header().citizenId(), part, language);
        return Answers.at(clocks.isPresent(), view.version(), language, opened);
    }
}
