package dk.effektspor.platform.vault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The citizens' data keys, unwrapped. A key is remembered for a minute at most: when a citizen is forgotten, that is
 * how long another process may still read.
 */
final class DataKeys {

    static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int BOUND = 10_000;

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final LongSupplier nanos;
    private final Map<UUID, Held> held = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Held> eldest) {
            return size() > BOUND;
        }
    };

    /** Whoever read a key just before it was destroyed must not remember it afterwards. */
    private final Set<UUID> destroyed = ConcurrentHashMap.newKeySet();

    DataKeys(JdbcClient jdbc, MasterKey master, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.master = master;
        this.nanos = nanos;
    }

    Optional<SecretKey> of(UUID citizen) {
        if (destroyed.contains(citizen)) {
            return Optional.empty();
        }
        synchronized (held) {
            Held known = held.get(citizen);
            if (known != null && nanos.getAsLong() - known.since() < REMEMBERED.toNanos()) {
                return Optional.of(known.key());
            }
        }
        Optional<SecretKey> key = jdbc.sql(
                        "select wrapped_key from citizen where citizen_id = :citizen and erased_at is null")
                .param("citizen", citizen)
                .query(byte[].class)
                .optional()
                .map(wrapped -> master.unwrap(citizen, wrapped));
        synchronized (held) {
            key.ifPresentOrElse(k -> held.put(citizen, new Held(k, nanos.getAsLong())), () -> held.remove(citizen));
        }
        return key;
    }

    /** Forgets a key that has been destroyed, at once. */
    void drop(UUID citizen) {
        destroyed.add(citizen);
        synchronized (held) {
            held.remove(citizen);
        }
    }

    private record Held(SecretKey key, long since) {}
}
