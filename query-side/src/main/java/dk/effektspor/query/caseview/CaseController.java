package dk.effektspor.query.caseview;

import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.clocks.AskedClocks;
import dk.effektspor.query.clocks.TwoClocks;
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
import java.util.function.BiFunction;
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

/** One case, its ladder and its compass: as they stand, or as true on one date and known at another. */
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
    ResponseEntity<RawValue> get(
            @PathVariable UUID caseId,
            @RequestParam @Nullable Long atLeast,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return answer(caseId, atLeast, AskedClocks.of(validAt, knownAt), acceptLanguage, CaseAnswer::of);
    }

    @CaseReading
    @GetMapping("/ladder")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LadderAnswer.class)))
    ResponseEntity<RawValue> ladder(
            @PathVariable UUID caseId,
            @RequestParam @Nullable LocalDate on,
            @RequestParam @Nullable Long atLeast,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return answer(
                caseId,
                atLeast,
                AskedClocks.of(validAt, knownAt),
                acceptLanguage,
                (view, date) -> LadderAnswer.of(view, on == null ? date : on));
    }

    @CaseReading
    @GetMapping("/compass")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CompassAnswer.class)))
    ResponseEntity<RawValue> compass(
            @PathVariable UUID caseId,
            @RequestParam @Nullable Long atLeast,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return answer(
                caseId,
                atLeast,
                AskedClocks.of(validAt, knownAt),
                acceptLanguage,
                (view, date) -> CompassAnswer.of(view));
    }

    private ResponseEntity<RawValue> answer(
            UUID caseId,
            @Nullable Long atLeast,
            TwoClocks clocks,
            @Nullable String acceptLanguage,
            BiFunction<CaseView, LocalDate, Object> told) {
        CaseView view = cases.get(new CaseId(caseId), atLeast, clocks);
        Locale language = ProblemTexts.language(acceptLanguage);
        Object answer = told.apply(view, clocks.date(LocalDate.now(clock)));
        RawValue opened = texts.json(view.header().citizenId(), answer, language);
        return Answers.at(clocks.isPresent(), view.version(), language, opened);
    }
}
