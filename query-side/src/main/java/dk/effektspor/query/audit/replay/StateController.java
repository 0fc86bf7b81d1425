package dk.effektspor.query.audit.replay;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.caseview.CaseView;
import dk.effektspor.query.caseview.PastCases;
import dk.effektspor.query.caseview.StateAnswer;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.history.CaseHistories;
import dk.effektspor.query.platform.Answers;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.casefile.CaseId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

/** A case at any point, and what changed between two, folded from the event store and not read from a view. */
@RestController
@RequestMapping("/api/v1/audit/cases/{caseId}")
class StateController {

    private final AuditedCases cases;
    private final CaseHistories histories;
    private final OpenedTexts texts;
    private final Clock clock;

    StateController(AuditedCases cases, CaseHistories histories, OpenedTexts texts, Clock clock) {
        this.cases = cases;
        this.histories = histories;
        this.texts = texts;
        this.clock = clock;
    }

    /** What differs between two points. */
    record Diff(CaseId caseId, long fromVersion, long toVersion, List<Difference.Field> fields) {}

    @Auditing
    @GetMapping("/state")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StateAnswer.class)))
    ResponseEntity<RawValue> state(
            @PathVariable UUID caseId,
            @RequestParam @Nullable Long at,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Point point = Point.of("", at, validAt, knownAt);
        Locale language = ProblemTexts.language(acceptLanguage);
        AuditedCases.Door audited = cases.door(new CaseId(caseId));
        Difference.Seen seen = seen(point, histories.of(audited.caseId()));
        return Answers.ofAnotherTime(
                language, texts.json(audited.citizen(), StateAnswer.of(seen.view(), seen.on()), language));
    }

    @Auditing
    @GetMapping("/diff")
    ResponseEntity<Diff> diff(
            @PathVariable UUID caseId,
            @RequestParam(name = "from.at") @Nullable Long fromAt,
            @RequestParam(name = "from.validAt") @Nullable String fromValidAt,
            @RequestParam(name = "from.knownAt") @Nullable String fromKnownAt,
            @RequestParam(name = "to.at") @Nullable Long toAt,
            @RequestParam(name = "to.validAt") @Nullable String toValidAt,
            @RequestParam(name = "to.knownAt") @Nullable String toKnownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Point from = Point.of("from.", fromAt, fromValidAt, fromKnownAt);
        Point to = Point.of("to.", toAt, toValidAt, toKnownAt);
        Locale language = ProblemTexts.language(acceptLanguage);
        AuditedCases.Door audited = cases.door(new CaseId(caseId));
        List<Fact> history = histories.of(audited.caseId());
        Difference.Seen before = seen(from, history);
        Difference.Seen after = seen(to, history);
        List<Difference.Field> fields =
                Difference.between(before, after, part -> texts.tree(audited.citizen(), part, language));
        return Answers.ofAnotherTime(
                language,
                new Diff(audited.caseId(), before.view().version(), after.view().version(), fields));
    }

    private Difference.Seen seen(Point point, List<Fact> history) {
        List<Fact> facts = point.of(history);
        CaseView view = PastCases.of(facts).orElseThrow(() -> new Problem(404, "clocks.not-yet", Map.of()));
        return new Difference.Seen(facts, view, point.date(facts, LocalDate.now(clock)));
    }
}
