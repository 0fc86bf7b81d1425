package dk.effektspor.shared.forandringskompas;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventName;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** What can happen to a case's readings on the Forandringskompas. */
public sealed interface ForandringskompasEvent extends CaseEvent {

    ScoringId scoringId();

    /** The citizen was scored on all dimensions of the case's compass. */
    @EventName("forandringskompas.scored")
    @Revision("1")
    record CompassScored(CaseId caseId, ScoringId scoringId, Scoring scoring, LocalDate effectiveOn)
            implements ForandringskompasEvent {}

    /**
     * An earlier scoring was wrong and is replaced by this one; the old one stays readable.
     *
     * @param effectiveOn the date the corrected scoring holds for, which may itself be the correction
     */
    @EventName("forandringskompas.scoring-corrected")
    @Revision("1")
    record ScoringCorrected(
            CaseId caseId, ScoringId scoringId, Scoring scoring, SealedText reason, LocalDate effectiveOn)
            implements ForandringskompasEvent {}

    /** An earlier scoring should never have been made and counts nowhere. */
    @EventName("forandringskompas.scoring-annulled")
    @Revision("1")
    record ScoringAnnulled(CaseId caseId, ScoringId scoringId, SealedText reason, LocalDate effectiveOn)
            implements ForandringskompasEvent {}
}
