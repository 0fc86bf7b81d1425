package dk.effektspor.platform.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the most recently used entries, up to a bound. Guard it with its own lock. */
final class Bounded<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int bound;

    Bounded(int bound) {
        super(16, 0.75f, true);
        this.bound = bound;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > bound;
    }
}
