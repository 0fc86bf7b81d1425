package dk.effektspor.platform.eventstore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the log read lately. The projections follow the same log, most of the time at the same place: what one has
 * read, and parsed, the next takes over. A page is what followed a token when it was read; an event that appears later in
 * a gap follows the page's last token, which remembers the gap. That nothing follows holds only until the next wake.
 */
final class RecentPages {

    static final int KEPT = 4;

    private final Function<@Nullable TrackingToken, List<? extends TrackedEventMessage<?>>> log;
    private final AtomicLong wakes = new AtomicLong();

    /** Read and changed by one reader at a time, so that no two read the same page. */
    private final Map<TrackingToken, Page> pages = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TrackingToken, Page> eldest) {
            return size() > KEPT;
        }
    };

    private record Page(List<? extends TrackedEventMessage<?>> events, long wake) {}

    /** @param log reads some of what follows a token; nothing only when nothing does */
    RecentPages(Function<@Nullable TrackingToken, List<? extends TrackedEventMessage<?>>> log) {
        this.log = log;
    }

    /** There may be more at the end of the log. */
    void wake() {
        wakes.incrementAndGet();
    }

    /** What follows the token; empty at the end of the log. */
    synchronized List<? extends TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
        if (token == null) {
            // The beginning of a log that was empty when the reader asked: no place that others will come to.
            return log.apply(null);
        }
        Page known = pages.get(token);
        long wake = wakes.get();
        if (known != null && (!known.events().isEmpty() || known.wake() == wake)) {
            return known.events();
        }
        List<? extends TrackedEventMessage<?>> events = log.apply(token);
        events.forEach(RecentPages::parse);
        // Put last also when it was there: the page is new.
        pages.remove(token);
        pages.put(token, new Page(events, wake));
        return events;
    }

    /**
     * Once for all readers, but for the metadata, which hardly any of them asks for. What cannot be read is not told here
     * but to the reader who comes to it.
     */
    private static void parse(TrackedEventMessage<?> event) {
        try {
            event.getPayload();
        } catch (RuntimeException unreadable) {
            // The message fails again, in the same way, whenever it is asked.
        }
    }
}
