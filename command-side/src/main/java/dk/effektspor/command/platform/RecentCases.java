package dk.effektspor.command.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cases worked on last, so that a command need not read a whole history. A stale case cannot write: its next
 * event's place in the stream is taken, the repository forgets it and the command is repeated on the case as it is.
 */
public final class RecentCases implements Cache {

    private final Map<Object, Object> cases;

    public RecentCases(int most) {
        cases = new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public synchronized <K, V> @Nullable V get(K key) {
        return (V) cases.get(key);
    }

    @Override
    public synchronized void put(Object key, Object value) {
        cases.put(key, value);
    }

    @Override
    public synchronized boolean putIfAbsent(Object key, Object value) {
        return cases.putIfAbsent(key, value) == null;
    }

    @Override
    public synchronized boolean remove(Object key) {
        return cases.remove(key) != null;
    }

    @Override
    public synchronized void removeAll() {
        cases.clear();
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return cases.containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        cases.computeIfPresent(key, (k, value) -> update.apply((V) value));
    }

    /** Nothing of ours listens; a listener that is never told is still a listener that was accepted. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
