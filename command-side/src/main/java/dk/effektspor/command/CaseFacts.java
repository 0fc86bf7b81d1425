package dk.effektspor.command;

import static dk.effektspor.command.RuleViolation.refuseWhen;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ScoringId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The few facts that all rooms of a case go by, so that no room has to look into another. Folded by the root before any
 * room sees the event.
 */
public final class CaseFacts {

    private String targetGroup = "";
    private LocalDate openedOn = LocalDate.MIN;
    private @Nullable LocalDate closedOn;
    private final Set<ScoringId> standingScorings = new HashSet<>();

    public String targetGroup() {
        return targetGroup;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    /** Whether a scoring was made and not annulled. */
    public boolean holds(ScoringId scoring) {
        return standingScorings.contains(scoring);
    }

    /** Refuses a new fact that a closed case does not take, or whose date contradicts the case. */
    public void admit(CaseCommand command, Circumstances circumstances) {
        if (closedOn != null) {
            throw RuleViolation.of(CaseRules.CLOSED, "closedOn", closedOn);
        }
        admitCorrection(command, circumstances);
    }

    /**
     * Refuses a correction whose date contradicts the case. A closed case takes corrections: what is wrong in it would
     * otherwise stay wrong in every figure, and the citizen may demand that it is put right.
     */
    public void admitCorrection(CaseCommand command, Circumstances circumstances) {
        LocalDate on = command.effectiveOn();
        refuseWhen(on.isBefore(openedOn), CaseRules.BEFORE_OPENING, "on", on, "openedOn", openedOn);
        admitDate(on, circumstances);
    }

    /** Refuses a date further ahead than a fact may be dated. */
    public static void admitDate(LocalDate on, Circumstances circumstances) {
        LocalDate latest = circumstances.latest();
        refuseWhen(on.isAfter(latest), CaseRules.TOO_FAR_AHEAD, "on", on, "latest", latest);
    }

    /** Takes in what happened. */
    public void on(CaseEvent event) {
        if (event instanceof CaseOpened opened) {
            targetGroup = opened.targetGroup();
            openedOn = opened.effectiveOn();
        } else if (event instanceof CaseClosed closed) {
            closedOn = closed.effectiveOn();
        } else if (event instanceof CaseReopened) {
            closedOn = null;
        } else if (event instanceof CompassScored scored) {
            standingScorings.add(scored.scoringId());
        } else if (event instanceof ScoringAnnulled annulled) {
            standingScorings.remove(annulled.scoringId());
        }
    }
}
