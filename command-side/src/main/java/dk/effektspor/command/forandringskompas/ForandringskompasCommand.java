package dk.effektspor.command.forandringskompas;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a case's readings on the Forandringskompas. */
public sealed interface ForandringskompasCommand extends CaseCommand {

    ScoringId scoringId();

    record ScoreCompass(
            @TargetAggregateIdentifier CaseId caseId, ScoringId scoringId, Scoring scoring, LocalDate effectiveOn)
            implements ForandringskompasCommand {}

    record CorrectScoring(
            @TargetAggregateIdentifier CaseId caseId,
            ScoringId scoringId,
            Scoring scoring,
            SealedText reason,
            LocalDate effectiveOn)
            implements ForandringskompasCommand {}

    record AnnulScoring(
            @TargetAggregateIdentifier CaseId caseId, ScoringId scoringId, SealedText reason, LocalDate effectiveOn)
            implements ForandringskompasCommand {}
}
