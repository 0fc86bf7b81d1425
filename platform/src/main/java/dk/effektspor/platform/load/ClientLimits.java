package dk.effektspor.platform.load;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** So much a second for each client, and some more at once after a pause. Remembers the clients heard of last only. */
public final class ClientLimits {

    private static final int CLIENTS = 10_000;
    private static final int NETWORK_PARTS = 4;

    private final LoadingCache<String, Bucket> buckets;

    /** As many in the long run, and as many at once, as the figures say. */
    public ClientLimits(long perSecond, long burst) {
        this(perSecond, burst, TimeMeter.SYSTEM_NANOTIME);
    }

    ClientLimits(long perSecond, long burst, TimeMeter time) {
        buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                // By then a bucket is full again, and forgetting it changes nothing.
                .expireAfterAccess(Duration.ofSeconds(1 + burst / perSecond))
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Counts one; says how many seconds too early it comes, rounded up, or zero if it may be. */
    public long take(String client) {
        Bucket bucket = buckets.get(client);
        return bucket.tryConsume(1) ? 0 : seconds(bucket);
    }

    /** Says what {@link #take} would, and counts nothing. */
    public long early(String client) {
        return seconds(buckets.get(client));
    }

    /** The client behind an address: of IPv6 the network, since whoever has one has all addresses in it. */
    public static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] parts = address.split("::", 2)[0].split(":");
        return String.join(":", parts.length > NETWORK_PARTS ? Arrays.copyOf(parts, NETWORK_PARTS) : parts);
    }

    private static long seconds(Bucket bucket) {
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }
}
