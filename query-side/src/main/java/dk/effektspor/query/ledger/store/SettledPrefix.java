package dk.effektspor.query.ledger.store;

import dk.effektspor.query.ledger.StoredEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Cuts a page of the event table before the first gap that may still be filled. An index is drawn under a lock on the table
 * that is held until its transaction has ended and its rows can be seen. So when a page shows a gap, whoever drew the
 * missing index is among those who hold the lock after the page was read, or has ended. Once all of them have ended, what a
 * new look does not show will never be there.
 */
final class SettledPrefix {

    private final Pages pages;
    private final Supplier<Set<String>> writers;

    /** Up to this index nothing will come to be seen that is not seen now. */
    private long unchanging = -1;

    /** What becomes final when those waited for have ended. */
    private long candidate = -1;

    private Set<String> waitedFor = Set.of();

    /** Reads a page of what can be seen, in the order of the index. */
    @FunctionalInterface
    interface Pages {
        List<StoredEvent> after(long globalIndex, int limit);
    }

    SettledPrefix(Pages pages, Supplier<Set<String>> writers) {
        this.pages = pages;
        this.writers = writers;
    }

    synchronized List<StoredEvent> after(long globalIndex, int limit) {
        if (candidate > unchanging && haveEnded(waitedFor)) {
            unchanging = candidate;
        }
        List<StoredEvent> page = pages.after(globalIndex, limit);
        int end = settled(globalIndex, page);
        if (end == page.size()) {
            return page;
        }
        if (candidate <= unchanging) {
            // The page was read before: whoever drew an index below its last has ended, or is seen here.
            waitedFor = writers.get();
            candidate = page.get(page.size() - 1).globalIndex();
            if (waitedFor.isEmpty()) {
                return after(globalIndex, limit);
            }
        }
        return page.subList(0, end);
    }

    /** How many events of a page have no gap before them but such as will never be filled. */
    private int settled(long globalIndex, List<StoredEvent> page) {
        long before = globalIndex;
        for (int i = 0; i < page.size(); i++) {
            long index = page.get(i).globalIndex();
            // The first index of all is 1, and nobody draws 0.
            if (index != before + 1 && index > unchanging && !(before <= 0 && index == 1)) {
                return i;
            }
            before = index;
        }
        return page.size();
    }

    private boolean haveEnded(Set<String> transactions) {
        Set<String> still = new HashSet<>(writers.get());
        still.retainAll(transactions);
        return still.isEmpty();
    }
}
