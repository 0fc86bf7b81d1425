package dk.effektspor.query.audit.paper;

import dk.effektspor.query.ledger.proof.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One registration in the case.
 *
 * @param version its number in the case
 * @param kind what kind of event it is, in a word or two that tell nothing of this case
 * @param recordedBy who, as what, from where
 * @param standing whether it still counts, and if not, through which registrations
 * @param position in the ledger, absent while it has none
 * @param leaf its hash in the ledger
 */
record Entry(
        long version,
        String eventId,
        LocalDate effectiveOn,
        Instant recordedAt,
        @Nullable String sourceRecordedAt,
        String kind,
        Passage sentence,
        List<Fact> recordedBy,
        List<Fact> facts,
        List<Score> scores,
        Standing standing,
        @Nullable Long position,
        Hash leaf) {

    /** Whether a registration still counts. */
    enum State {
        STANDS,
        CORRECTED,
        ANNULLED
    }

    /**
     * What has become of a registration.
     *
     * @param by the registrations that made it so
     * @param corrects the registration that this one corrects or annuls
     */
    record Standing(State state, List<Long> by, @Nullable Long corrects) {

        Standing {
            by = List.copyOf(by);
        }
    }

    /**
     * One dimension of a scoring.
     *
     * @param before what it said before the correction this is, absent where it is none
     */
    record Score(
            int dimension,
            String name,
            Fact value,
            @Nullable Fact comment,
            @Nullable Passage before) {}

    Entry {
        recordedBy = List.copyOf(recordedBy);
        facts = List.copyOf(facts);
        scores = List.copyOf(scores);
    }
}
