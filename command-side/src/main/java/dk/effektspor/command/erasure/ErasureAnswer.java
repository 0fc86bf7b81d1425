package dk.effektspor.command.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.shared.citizen.ErasureGround;
import dk.effektspor.shared.citizen.HoldGround;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about forgetting a citizen, and what was done; nothing in it says who the citizen was.
 *
 * @param holds the legal holds that stand
 * @param receipt absent as long as the key is there, and where a restored record is from before the erasure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureAnswer(
        UUID citizenId,
        State state,
        List<Request> requests,
        List<Hold> holds,
        @Nullable Receipt receipt) {

    enum State {
        KEPT,
        REQUESTED,
        /** Approved: the key is being destroyed, and all else is being removed. */
        APPROVED,
        ERASED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            UUID requestId,
            ErasureGround ground,
            String reference,
            String requestedBy,
            Instant requestedAt,
            CitizenStory.Outcome outcome,
            @Nullable String settledBy,
            @Nullable LocalDate settledOn) {}

    record Hold(UUID holdId, HoldGround ground, LocalDate since, String placedBy) {}

    /**
     * What was done where.
     *
     * @param erasedAt when the record said that the citizen was erased; absent until all is done
     * @param subscribers whoever follows the record and keeps something of its own
     * @param deleteKeyBackupsBy until when the key parts of backups made before {@code keyDestroyedAt} must be deleted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(
            Instant keyDestroyedAt,
            @Nullable Instant erasedAt,
            List<Touched> stores,
            List<Subscriber> subscribers,
            LocalDate deleteKeyBackupsBy) {}

    /**
     * A store.
     *
     * @param count keys, events, rows or documents, as the store has them; absent where they are not counted
     * @param at when; absent where nothing had to be done or it is not done yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Touched(
            Store store,
            Effect effect,
            @Nullable Long count,
            @Nullable Instant at) {}

    enum Store {
        KEY_STORE,
        EVENT_STORE,
        CASE_REGISTER,
        IDEMPOTENCY_KEYS,
        SNAPSHOTS,
        VIEWS,
        MEMORY,
        IMPORT_REJECTS,
        DATABASE_FILES,
        DATABASE_LOG,
        BACKUPS
    }

    enum Effect {
        DESTROYED,
        REMOVED,
        /** Kept, in ciphertext that no key opens any more. */
        SEALED_FOR_EVER,
        /** It never held anything that identifies a person. */
        HELD_NOTHING,
        /** Still to be done by this application. */
        PENDING,
        /** To be done by the operator. */
        OPERATORS
    }

    /**
     * Whoever follows the record.
     *
     * @param acknowledged whether it has taken in that the citizen was erased
     */
    record Subscriber(String name, boolean acknowledged) {}
}
