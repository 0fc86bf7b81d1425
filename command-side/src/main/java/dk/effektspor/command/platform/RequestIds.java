package dk.effektspor.command.platform;

import dk.effektspor.shared.casefile.CaseId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one API request. With an Idempotency-Key they follow from who sent it and the key, so that a repeat has the
 * same Location and body even if nothing else remembers the first.
 */
final class RequestIds implements Identities {

    private final @Nullable String seed;
    private final Map<String, UUID> given = new HashMap<>();
    private final @Nullable UUID caseId;
    private final @Nullable UUID intervention;
    private final @Nullable UUID scoring;

    /**
     * Ids for a request.
     *
     * @param seed the actor and the key, null without a key
     * @param caseId null where the request opens the case
     */
    RequestIds(@Nullable String seed, @Nullable UUID caseId, @Nullable UUID intervention, @Nullable UUID scoring) {
        this.seed = seed;
        this.caseId = caseId;
        this.intervention = intervention;
        this.scoring = scoring;
    }

    @Override
    public CaseId caseId() {
        return new CaseId(caseId == null ? created(Kind.CASE) : caseId);
    }

    @Override
    public UUID intervention() {
        return Shape.required("interventionId", intervention);
    }

    @Override
    public UUID scoring() {
        return Shape.required("scoringId", scoring);
    }

    @Override
    public UUID reading(String reference) {
        return Shape.uuid("restsOn", reference);
    }

    @Override
    public UUID created(Kind kind) {
        return created(kind, 0);
    }

    @Override
    public UUID created(Kind kind, int index) {
        return named(kind.name() + index);
    }

    @Override
    public @Nullable String caseNumber() {
        return null;
    }

    /** The command's own id, by which the case recognises a repeat. */
    String commandId() {
        return named("COMMAND").toString();
    }

    private UUID named(String purpose) {
        return given.computeIfAbsent(purpose, p -> seed == null ? UUID.randomUUID() : DerivedId.of(seed, p));
    }
}
