package dk.effektspor.query.platform;

import dk.effektspor.platform.eventstore.Wakeable;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.casefile.CaseId;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Lets a reader see what they just wrote: waits for one case's own version, never for a global position. */
public final class Freshness {

    /** Half of it is what a reader waits in vain; a look at the version is a read of one document or a few. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(10);

    private final EventStore events;
    private final Wakeable log;
    private final Duration patience;

    Freshness(EventStore events, ProjectionSettings settings) {
        this.events = events;
        // Axon Server tells of events by itself.
        this.log = events instanceof Wakeable wakeable ? wakeable : () -> {};
        this.patience = settings.readWait();
    }

    /**
     * Returns when the view has the version asked for. A case that is known to the event store and not yet to the view is
     * waited for too: it is there, whatever the view says.
     *
     * @param atLeast the version, or null if any will do
     * @param version looks the view's version up
     * @throws Problem 404 if there is no such case, 503 if the view does not get there in time
     */
    public void await(CaseId caseId, @Nullable Long atLeast, Supplier<OptionalLong> version) {
        if (isThere(version.get(), atLeast)) {
            return;
        }
        if (events.lastSequenceNumberFor(caseId.toString()).isEmpty()) {
            throw new Problem(404, "case.unknown", Map.of("caseId", caseId.toString()));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = 1_000_000;
        while (System.nanoTime() < deadline) {
            log.wakeNow();
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE.toNanos());
            if (isThere(version.get(), atLeast)) {
                return;
            }
        }
        throw new Problem(503, "view.behind", Map.of("atLeast", atLeast == null ? 1 : atLeast));
    }

    private static boolean isThere(OptionalLong version, @Nullable Long atLeast) {
        return version.isPresent() && (atLeast == null || version.getAsLong() >= atLeast);
    }
}
