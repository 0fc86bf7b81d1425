package dk.effektspor.command.platform;

import dk.effektspor.shared.casefile.CaseId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which ids a request speaks of and which it gives to what it creates; the API's are UUIDs, the import's references. */
public interface Identities {

    CaseId caseId();

    /** The intervention the request is about: named by it, except where the request creates it. */
    UUID intervention();

    /** The scoring the request is about. */
    UUID scoring();

    /** A scoring the body refers to. */
    UUID reading(String reference);

    /** Id of something the request creates; the same for the same request. */
    UUID created(Kind kind);

    /** Id of one of several things the request creates. */
    UUID created(Kind kind, int index);

    /** The case's number where the body may leave it out. */
    @Nullable
    String caseNumber();

    /** What a request can create. */
    enum Kind {
        CASE,
        INTERVENTION,
        SCORING,
        NOTE,
        MEETING,
        GOAL
    }
}
