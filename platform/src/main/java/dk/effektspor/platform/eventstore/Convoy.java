package dk.effektspor.platform.eventstore;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps readers that catch up near each other, so that the pages one has read are still at hand when the next comes to
 * them. Who is a little ahead waits for those behind, but neither for one that stands still nor for one far away; and who
 * has come to the end of the log waits for nobody.
 */
final class Convoy {

    private static final long STANDS_STILL = Duration.ofSeconds(1).toNanos();

    /** In distances at which pages are still at hand: farther behind, a reader is on a way of its own. */
    private static final int FAR = 10;

    private final long near;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    /** @param near how many events ahead of another a reader may be */
    Convoy(long near) {
        this.near = near;
    }

    void join(EventStream stream) {
        streams.add(stream);
    }

    void leave(EventStream stream) {
        streams.remove(stream);
        goOn();
    }

    /** Whether a reader is to wait before it reads another page. */
    boolean holds(EventStream stream) {
        if (!stream.isCatchingUp()) {
            return false;
        }
        long now = System.nanoTime();
        for (EventStream other : streams) {
            long ahead = stream.index() - other.index();
            if (ahead > near && ahead < FAR * near && other.isCatchingUp() && now - other.turnedAt() < STANDS_STILL) {
                return true;
            }
        }
        return false;
    }

    /** One has come a page further: those who waited for it may look again. */
    void goOn() {
        for (EventStream stream : streams) {
            if (stream.isHeld()) {
                stream.wake();
            }
        }
    }

    /** There may be more at the end of the log. */
    void wakeAll() {
        streams.forEach(EventStream::wake);
    }
}
