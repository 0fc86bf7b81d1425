package dk.effektspor.query.caseview;

import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
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

/** Parts of a case, where the answers to writes say they are; a part's tag is the version of its case. */
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
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        CaseView view = cases.get(new CaseId(caseId), atLeast);
        InterventionId id = new InterventionId(interventionId);
        Intervention found = only(view.interventions(), i -> i.interventionId().equals(id), interventionId);
        return answer(view, CaseAnswer.course(found), acceptLanguage);
    }

    @CaseReading
    @GetMapping("/compass-scores/{scoringId}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScoringHistory.class)))
    ResponseEntity<RawValue> scoring(
            @PathVariable UUID caseId,
            @PathVariable UUID scoringId,
            @RequestParam @Nullable Long atLeast,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        CaseView view = cases.get(new CaseId(caseId), atLeast);
        ScoringId id = new ScoringId(scoringId);
        return answer(view, only(view.scorings(), s -> s.scoringId().equals(id), scoringId), acceptLanguage);
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
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        CaseView view = cases.get(new CaseId(caseId), atLeast);
        MeetingId id = new MeetingId(meetingId);
        return answer(view, only(view.meetings(), m -> m.meetingId().equals(id), meetingId), acceptLanguage);
    }

    private static <T> T only(List<T> parts, Predicate<T> which, UUID id) {
        return parts.stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new Problem(404, "case.unknown-part", Map.of("id", id.toString())));
    }

    private ResponseEntity<RawValue> answer(CaseView view, Object part, @Nullable String acceptLanguage) {
        Locale language = ProblemTexts.language(acceptLanguage);
        return Answers.ofVersion(
                view.version(), language, texts.json(view.header().citizenId(), part, language));
    }
}
