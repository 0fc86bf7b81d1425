package dk.effektspor.shared.indsatstrappe;

import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.privacy.SealedText;
import java.util.List;

/**
 * A decided change on the Indsatstrappe: from one intervention to another.
 *
 * @param from the intervention left, accompanied or resumed
 * @param to the intervention decided in its place or beside it
 * @param fromStep step of {@code from}; of the case's position for a supplement
 * @param toStep step of {@code to}
 * @param restsOn the compass scorings the decision rests on; may be empty
 */
public record Move(
        InterventionId from, InterventionId to, int fromStep, int toStep, SealedText reason, List<ScoringId> restsOn) {

    public Move {
        restsOn = List.copyOf(restsOn);
    }
}
