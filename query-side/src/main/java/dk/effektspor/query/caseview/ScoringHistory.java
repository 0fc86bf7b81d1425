package dk.effektspor.query.caseview;

import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scoring with every wording it has had; the last one counts, unless it is annulled. */
public record ScoringHistory(
        ScoringId scoringId,
        List<Wording> wordings,
        @Nullable Annulment annulment) {

    /** The scoring as recorded in one version of the case; {@code reason} tells why it replaced the one before. */
    public record Wording(
            Scoring scoring,
            LocalDate on,
            long version,
            @Nullable SealedText reason) {}

    /** Why the scoring counts nowhere. */
    public record Annulment(LocalDate on, long version, SealedText reason) {}

    public ScoringHistory {
        wordings = List.copyOf(wordings);
    }

    public Wording current() {
        return wordings.get(wordings.size() - 1);
    }

    ScoringHistory corrected(Wording wording) {
        return new ScoringHistory(scoringId, Lists.and(wordings, wording), annulment);
    }

    ScoringHistory annulled(Annulment why) {
        return new ScoringHistory(scoringId, wordings, why);
    }
}
