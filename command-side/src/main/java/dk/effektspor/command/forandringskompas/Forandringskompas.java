package dk.effektspor.command.forandringskompas;

import static dk.effektspor.command.RuleViolation.refuseWhen;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.command.CaseFacts;
import dk.effektspor.command.Circumstances;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.AnnulScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.CorrectScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.ScoreCompass;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * A case's readings on the compass of its target group.
 *
 * <p>A scoring is made once, all dimensions at a time. If it was wrong it is corrected, as often as needed, by a whole
 * new one under the same id; if it should not have been made it is annulled, for good. Both also hold for a closed case,
 * because the figures go on counting its readings.
 */
public final class Forandringskompas {

    private final CaseFacts facts;
    private final Map<ScoringId, Reading> readings = new HashMap<>();

    public Forandringskompas(CaseFacts facts) {
        this.facts = facts;
    }

    @CommandHandler
    void handle(ScoreCompass command, Circumstances circumstances) {
        ScoringId id = command.scoringId();
        facts.admit(command, circumstances);
        Reading earlier = readings.get(id);
        if (earlier != null) {
            refuseWhen(earlier.annulled(), ForandringskompasRules.SCORING_ANNULLED, "scoring", id);
            refuseWhen(
                    !earlier.says(command.scoring(), command.effectiveOn()),
                    ForandringskompasRules.ALREADY_SCORED,
                    "scoring",
                    id);
            return;
        }
        check(command.scoring(), command, circumstances);
        apply(new CompassScored(command.caseId(), id, inOrder(command.scoring()), command.effectiveOn()));
    }

    @CommandHandler
    void handle(CorrectScoring command, Circumstances circumstances) {
        facts.admitCorrection(command, circumstances);
        Reading earlier = existing(command.scoringId());
        refuseWhen(earlier.annulled(), ForandringskompasRules.SCORING_ANNULLED, "scoring", command.scoringId());
        if (earlier.equals(new Reading(inOrder(command.scoring()), command.effectiveOn(), false))) {
            return;
        }
        check(command.scoring(), command, circumstances);
        apply(new ScoringCorrected(
                command.caseId(),
                command.scoringId(),
                inOrder(command.scoring()),
                command.reason(),
                command.effectiveOn()));
    }

    @CommandHandler
    void handle(AnnulScoring command, Circumstances circumstances) {
        facts.admitCorrection(command, circumstances);
        if (!existing(command.scoringId()).annulled()) {
            apply(new ScoringAnnulled(command.caseId(), command.scoringId(), command.reason(), command.effectiveOn()));
        }
    }

    private Reading existing(ScoringId id) {
        Reading reading = readings.get(id);
        if (reading == null) {
            throw RuleViolation.of(ForandringskompasRules.UNKNOWN_SCORING, "scoring", id);
        }
        return reading;
    }

    private void check(Scoring scoring, CaseCommand command, Circumstances circumstances) {
        ScoringRules.check(scoring, facts.targetGroup(), command.effectiveOn(), circumstances.catalogue());
    }

    private static Scoring inOrder(Scoring scoring) {
        return new Scoring(
                scoring.compass(),
                scoring.compassVersion(),
                scoring.rater(),
                scoring.occasion(),
                scoring.tilbud(),
                scoring.scores().stream()
                        .sorted(Comparator.comparingInt(DimensionScore::dimension))
                        .toList());
    }

    @EventSourcingHandler
    void on(ForandringskompasEvent event) {
        if (event instanceof CompassScored scored) {
            readings.put(event.scoringId(), new Reading(scored.scoring(), scored.effectiveOn(), false));
        } else if (event instanceof ScoringCorrected corrected) {
            readings.put(event.scoringId(), new Reading(corrected.scoring(), corrected.effectiveOn(), false));
        } else if (event instanceof ScoringAnnulled) {
            readings.computeIfPresent(event.scoringId(), (id, was) -> new Reading(was.scoring(), was.on(), true));
        }
    }

    /** A scoring as it now stands. */
    private record Reading(Scoring scoring, LocalDate on, boolean annulled) {

        /** The same request sent again seals its comments anew, so only what can be read is compared. */
        boolean says(Scoring other, LocalDate otherOn) {
            return on.equals(otherOn) && readable(scoring).equals(readable(other));
        }

        private static Scoring readable(Scoring scoring) {
            Scoring ordered = inOrder(scoring);
            return new Scoring(
                    ordered.compass(),
                    ordered.compassVersion(),
                    ordered.rater(),
                    ordered.occasion(),
                    ordered.tilbud(),
                    ordered.scores().stream()
                            .map(s -> new DimensionScore(s.dimension(), s.score(), s.notAssessed(), s.variant(), null))
                            .toList());
        }
    }
}
