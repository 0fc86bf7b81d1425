package dk.effektspor.query.effect;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the two dates of a request, and whether its reader may see every case. */
final class ClocksOfRequest {

    private final Supplier<Actor> actor;
    private final Clock clock;

    ClocksOfRequest(Supplier<Actor> actor, Clock clock) {
        this.actor = actor;
        this.clock = clock;
    }

    AskedClocks asked(@Nullable LocalDate validAt, @Nullable String knownAt) {
        return new AskedClocks(
                validAt,
                knownAt == null ? null : Asked.instant("knownAt", knownAt),
                (validAt != null || knownAt != null) && actor.get().role() == Role.AUDITOR,
                clock.instant());
    }
}
