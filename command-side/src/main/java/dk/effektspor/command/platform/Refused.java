package dk.effektspor.command.platform;

import dk.effektspor.command.AccessRefused;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.VersionConflict;
import dk.effektspor.platform.eventstore.StoreAway;
import dk.effektspor.platform.postgres.DatabaseFault;
import dk.effektspor.platform.web.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/** What each refusal of a command is to the caller. The one place that turns them into statuses. */
public final class Refused {

    private static final Set<Class<? extends Throwable>> AWAY =
            Set.of(ConcurrencyException.class, EventStoreException.class, TimeoutException.class);

    private Refused() {}

    /** The problem to answer with; what is no refusal of ours is returned as it came. */
    public static RuntimeException problem(RuntimeException failure) {
        RuntimeException refusal = Refusals.unwrap(failure).orElse(failure);
        if (refusal instanceof RuleViolation rule) {
            int status = rule.code().equals(OnceOnly.KEY_REUSED) ? 422 : 409;
            return new Problem(status, rule.code(), rule.facts());
        }
        if (refusal instanceof AccessRefused access) {
            return new Problem(403, access.code(), access.facts());
        }
        if (refusal instanceof VersionConflict conflict) {
            return new Problem(
                    412, "case.version-conflict", Map.of("expected", conflict.expected(), "actual", conflict.actual()));
        }
        if (refusal instanceof AggregateNotFoundException) {
            return new Problem(404, "case.unknown", Map.of());
        }
        Optional<DatabaseFault> fault = DatabaseFault.behind(refusal);
        if (fault.isPresent()) {
            return new Problem(503, fault.get().code(), Map.of());
        }
        if (StoreAway.isBehind(refusal)) {
            return new Problem(503, "store.away", Map.of());
        }
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (AWAY.contains(cause.getClass())) {
                return new Problem(503, "store.away", Map.of());
            }
        }
        return refusal;
    }
}
