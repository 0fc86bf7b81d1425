package dk.effektspor.command.indsatstrappe;

import dk.effektspor.command.platform.Action;
import dk.effektspor.command.platform.CommandDesk;
import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.command.platform.Receipt;
import dk.effektspor.platform.security.Casework;
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

/** Moves on the Indsatstrappe: each decides a new intervention in place of, beside or after the one in the path. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/interventions/{interventionId}")
class IndsatstrappeController {

    private final CommandDesk desk;

    IndsatstrappeController(CommandDesk desk) {
        this.desk = desk;
    }

    @Casework
    @PostMapping("/step-up")
    ResponseEntity<Receipt.Created> stepUp(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody MoveBody body) {
        return move(IndsatstrappeActions.STEP_UP, caseId, interventionId, body);
    }

    @Casework
    @PostMapping("/step-down")
    ResponseEntity<Receipt.Created> stepDown(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody MoveBody body) {
        return move(IndsatstrappeActions.STEP_DOWN, caseId, interventionId, body);
    }

    @Casework
    @PostMapping("/lateral-move")
    ResponseEntity<Receipt.Created> moveLaterally(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody MoveBody body) {
        return move(IndsatstrappeActions.LATERAL_MOVE, caseId, interventionId, body);
    }

    @Casework
    @PostMapping("/supplement")
    ResponseEntity<Receipt.Created> supplement(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody MoveBody body) {
        return move(IndsatstrappeActions.SUPPLEMENT, caseId, interventionId, body);
    }

    @Casework
    @PostMapping("/resume")
    ResponseEntity<Receipt.Created> resume(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody MoveBody body) {
        return move(IndsatstrappeActions.RESUME, caseId, interventionId, body);
    }

    private ResponseEntity<Receipt.Created> move(
            Action<MoveBody> action, UUID caseId, UUID interventionId, MoveBody body) {
        return desk.submitToIntervention(action, caseId, interventionId, body)
                .created(Kind.INTERVENTION, "interventions");
    }

    record MoveBody(
            @Nullable TermsBody intervention,
            @Nullable String reason,
            @Nullable List<@Nullable String> restsOn,
            @Nullable LocalDate effectiveOn) {}
}
