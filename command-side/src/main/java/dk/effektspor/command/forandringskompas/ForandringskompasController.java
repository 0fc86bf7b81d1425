package dk.effektspor.command.forandringskompas;

import dk.effektspor.command.platform.CommandDesk;
import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.command.platform.Receipt;
import dk.effektspor.platform.security.Casework;
import dk.effektspor.shared.forandringskompas.NotAssessed;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{caseId}/compass-scores")
class ForandringskompasController {

    private final CommandDesk desk;

    ForandringskompasController(CommandDesk desk) {
        this.desk = desk;
    }

    @Casework
    @PostMapping
    ResponseEntity<Receipt.Created> score(@PathVariable UUID caseId, @RequestBody Reading body) {
        return desk.submit(ForandringskompasActions.SCORE, caseId, body).created(Kind.SCORING, "compass-scores");
    }

    @Casework
    @PostMapping("/{scoringId}/correct")
    ResponseEntity<Void> correct(
            @PathVariable UUID caseId, @PathVariable UUID scoringId, @RequestBody Correction body) {
        return desk.submitToScoring(ForandringskompasActions.CORRECT, caseId, scoringId, body)
                .done();
    }

    @Casework
    @PostMapping("/{scoringId}/annul")
    ResponseEntity<Void> annul(@PathVariable UUID caseId, @PathVariable UUID scoringId, @RequestBody Annulment body) {
        return desk.submitToScoring(ForandringskompasActions.ANNUL, caseId, scoringId, body)
                .done();
    }

    record Reading(
            @Nullable String compass,
            @Nullable String compassVersion,
            @Nullable Rater rater,
            @Nullable Occasion occasion,
            @Nullable String tilbud,
            @Nullable List<@Nullable Score> scores,
            @Nullable LocalDate effectiveOn) {}

    record Correction(
            @Nullable String compass,
            @Nullable String compassVersion,
            @Nullable Rater rater,
            @Nullable Occasion occasion,
            @Nullable String tilbud,
            @Nullable List<@Nullable Score> scores,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) {}

    record Score(
            @Nullable Integer dimension,
            @Nullable Integer score,
            @Nullable NotAssessed notAssessed,
            @Nullable String variant,
            @Nullable String comment) {}

    record Annulment(@Nullable String reason, @Nullable LocalDate effectiveOn) {}
}
