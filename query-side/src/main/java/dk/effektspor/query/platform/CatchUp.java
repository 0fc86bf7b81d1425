package dk.effektspor.query.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * What is being done under one claim. While a projection takes in what was there when the claim began, nobody waits for
 * its views, and a case comes up again and again: they are written now and then only, and the token with them.
 */
final class CatchUp {

    /** Well under the time after which another processor may take the claim over. */
    private static final long LONGEST = Duration.ofSeconds(3).toNanos();

    private final long target;
    private final int capacity;
    private final Map<CaseProjection<?>, Folding<?>> foldings = new LinkedHashMap<>();
    private final long claimHolds;
    private boolean written;
    private long writtenAt = System.nanoTime();

    /** @param claimTimeout time after which another may take a claim that has not been renewed */
    CatchUp(LongSupplier head, int capacity, Duration claimTimeout) {
        this.target = head.getAsLong();
        this.capacity = capacity;
        this.claimHolds = claimTimeout.toNanos() / 4;
    }

    /** Whether the claim was renewed so lately, by the token stored after the last writing, that it need not be asked for. */
    boolean holdsClaimSurely() {
        return written && System.nanoTime() - writtenAt < claimHolds;
    }

    void take(CaseProjection<?> projection, List<Arrival> batch) {
        foldings.computeIfAbsent(projection, CaseProjection::folding).take(batch);
    }

    /** Whether writing may wait for more. */
    boolean mayWait(@Nullable TrackingToken token) {
        return position(token) < target
                && System.nanoTime() - writtenAt < LONGEST
                && foldings.values().stream().mapToInt(Folding::held).sum() < capacity;
    }

    void write(@Nullable TrackingToken token) {
        // The cases that are worked on come up again and again.
        int kept = position(token) < target ? capacity / 2 : capacity / 6;
        foldings.values().forEach(folding -> folding.write(kept));
        writtenAt = System.nanoTime();
        written = true;
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }
}
