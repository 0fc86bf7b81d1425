package dk.effektspor.query.caseview;

import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.platform.Answers;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.casefile.CaseId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One case, its ladder and its compass. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class CaseController {

    private final ReadableCases cases;
    private final OpenedTexts texts;
    private final Clock clock;

    CaseController(ReadableCases cases, OpenedTexts texts, Clock clock) {
        this.cases = cases;
        this.texts = texts;
        this.clock = clock;
    }

    @CaseReading
    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseAnswer.class)))
    ResponseEntity<JsonNode> get(
            @PathVariable UUID caseId,
            @RequestParam @Nullable Long atLeast,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        CaseView view = cases.get(new CaseId(caseId), atLeast);
        return answer(view, CaseAnswer.of(view, LocalDate.now(clock)), acceptLanguage);
    }

    @CaseReading
    @GetMapping("/ladder")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LadderAnswer.class)))
    ResponseEntity<JsonNode> ladder(
            @PathVariable UUID caseId,
            @RequestParam @Nullable LocalDate on,
            @RequestParam @Nullable Long atLeast,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        CaseView view = cases.get(new CaseId(caseId), atLeast);
        return answer(view, LadderAnswer.of(view, on == null ? LocalDate.now(clock) : on), acceptLanguage);
    }

    @CaseReading
    @GetMapping("/compass")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CompassAnswer.class)))
    ResponseEntity<JsonNode> compass(
            @PathVariable UUID caseId,
            @RequestParam @Nullable Long atLeast,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        CaseView view = cases.get(new CaseId(caseId), atLeast);
        return answer(view, CompassAnswer.of(view), acceptLanguage);
    }

    private ResponseEntity<JsonNode> answer(CaseView view, Object answer, @Nullable String acceptLanguage) {
        Locale language = ProblemTexts.language(acceptLanguage);
        return Answers.ofVersion(
                view.version(), language, texts.tree(view.header().citizenId(), answer, language));
    }
}
