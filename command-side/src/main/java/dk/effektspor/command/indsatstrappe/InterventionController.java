package dk.effektspor.command.indsatstrappe;

import dk.effektspor.command.platform.CommandDesk;
import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.command.platform.Receipt;
import dk.effektspor.platform.security.Casework;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.RightStep;
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

/** One intervention's own course; moves between interventions are {@link IndsatstrappeController}'s. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/interventions")
class InterventionController {

    private final CommandDesk desk;

    InterventionController(CommandDesk desk) {
        this.desk = desk;
    }

    @Casework
    @PostMapping
    ResponseEntity<Receipt.Created> decide(@PathVariable UUID caseId, @RequestBody Decision body) {
        return desk.submit(IndsatstrappeActions.DECIDE, caseId, body).created(Kind.INTERVENTION, "interventions");
    }

    @Casework
    @PostMapping("/{interventionId}/start")
    ResponseEntity<Void> start(@PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody Start body) {
        return desk.submitToIntervention(IndsatstrappeActions.START, caseId, interventionId, body)
                .done();
    }

    @Casework
    @PostMapping("/{interventionId}/extend")
    ResponseEntity<Void> extend(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody Extension body) {
        return desk.submitToIntervention(IndsatstrappeActions.EXTEND, caseId, interventionId, body)
                .done();
    }

    @Casework
    @PostMapping("/{interventionId}/adjust")
    ResponseEntity<Void> adjust(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody Adjustment body) {
        return desk.submitToIntervention(IndsatstrappeActions.ADJUST, caseId, interventionId, body)
                .done();
    }

    @Casework
    @PostMapping("/{interventionId}/change-site")
    ResponseEntity<Void> changeSite(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody SiteChange body) {
        return desk.submitToIntervention(IndsatstrappeActions.CHANGE_SITE, caseId, interventionId, body)
                .done();
    }

    @Casework
    @PostMapping("/{interventionId}/end")
    ResponseEntity<Void> end(@PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody Ending body) {
        return desk.submitToIntervention(IndsatstrappeActions.END, caseId, interventionId, body)
                .done();
    }

    @Casework
    @PostMapping("/{interventionId}/annul")
    ResponseEntity<Void> annul(
            @PathVariable UUID caseId, @PathVariable UUID interventionId, @RequestBody Annulment body) {
        return desk.submitToIntervention(IndsatstrappeActions.ANNUL, caseId, interventionId, body)
                .done();
    }

    /** The terms stand at the top level: spelt out, because records and unwrapping do not go well together. */
    record Decision(
            @Nullable String measure,
            TermsBody.@Nullable Basis legalBasis,
            @Nullable Integer step,
            @Nullable String tilbud,
            @Nullable String programme,
            @Nullable LocalDate plannedStart,
            @Nullable LocalDate plannedEnd,
            @Nullable List<@Nullable String> goals,
            @Nullable String exitPlan,
            TermsBody.@Nullable Placement placementBasis,
            @Nullable RightStep rightStep,
            @Nullable String ageOverride,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) {

        TermsBody terms() {
            return new TermsBody(
                    measure,
                    legalBasis,
                    step,
                    tilbud,
                    programme,
                    plannedStart,
                    plannedEnd,
                    goals,
                    exitPlan,
                    placementBasis,
                    rightStep,
                    ageOverride,
                    reason);
        }
    }

    record Start(@Nullable LocalDate effectiveOn) {}

    record Extension(
            @Nullable LocalDate plannedEnd,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) {}

    record Adjustment(
            @Nullable List<@Nullable String> goals,
            @Nullable String exitPlan,
            @Nullable LocalDate plannedEnd,
            @Nullable RightStep rightStep,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) {}

    record SiteChange(
            @Nullable String tilbud,
            @Nullable String reason,
            @Nullable Boolean breakdown,
            @Nullable LocalDate effectiveOn) {}

    record Ending(
            @Nullable List<@Nullable EndReason> reasons,
            @Nullable Destination destination,
            @Nullable Boolean breakdown,
            @Nullable String explanation,
            @Nullable LocalDate effectiveOn) {}

    record Annulment(@Nullable String reason, @Nullable LocalDate effectiveOn) {}
}
