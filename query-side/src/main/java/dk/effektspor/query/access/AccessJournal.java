package dk.effektspor.query.access;

import dk.effektspor.platform.eventstore.Together;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes looks down, each durable when {@link #append} returns. Those that end at the same moment share a commit. The end of the chain is
 * kept in memory; if another process has written meanwhile, the place is taken and its end is looked up.
 */
final class AccessJournal {

    private static final int TRIES = 20;

    private final AccessRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Together<Look> together;
    private final Timer written;
    private final Counter failures;
    private volatile @Nullable Link end;

    AccessJournal(AccessRows rows, TransactionTemplate transaction, Clock clock, MeterRegistry metrics) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
        this.together = new Together<>(this::appendAll, failure -> false);
        this.written = Timer.builder("effektspor.access.entries")
                .description("looks written down, and how long each waited for it")
                .publishPercentileHistogram()
                .register(metrics);
        this.failures = Counter.builder("effektspor.access.failures")
                .description("looks that could not be written down and were refused")
                .register(metrics);
    }

    /** Throws what kept the look from being written down; then it must not be answered. */
    void append(Look look) {
        long began = System.nanoTime();
        try {
            together.want(look);
        } catch (RuntimeException failure) {
            failures.increment();
            throw failure;
        }
        written.record(System.nanoTime() - began, java.util.concurrent.TimeUnit.NANOSECONDS);
    }

    /** The last place that this process knows to be written. */
    Optional<Link> knownEnd() {
        return Optional.ofNullable(end);
    }

    private void appendAll(List<Look> looks) {
        for (int tried = 1; ; tried++) {
            Link before = end;
            try {
                end = transaction.execute(status -> chained(before == null ? rows.end() : before, looks));
                return;
            } catch (DuplicateKeyException taken) {
                end = null;
                if (tried == TRIES) {
                    throw taken;
                }
            } catch (RuntimeException unknown) {
                // The commit may have happened all the same.
                end = null;
                throw unknown;
            }
        }
    }

    private Link chained(Link before, List<Look> looks) {
        List<Entry> entries = new ArrayList<>(looks.size());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Link last = before;
        for (Look look : looks) {
            Entry entry = Entry.after(last, now, look);
            entries.add(entry);
            last = entry.link();
        }
        rows.insert(entries);
        return last;
    }
}
