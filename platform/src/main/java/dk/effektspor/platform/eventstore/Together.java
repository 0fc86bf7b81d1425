package dk.effektspor.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers on many threads share one costly act: while one carries it out, the others' wishes gather, and the next
 * takes them all at once. Each caller returns only when its own wish has been fulfilled, or fails with why not.
 *
 * @param <T> what a caller wants done, in one piece
 */
public final class Together<T> {

    private final Consumer<List<T>> act;
    private final Predicate<RuntimeException> concernsOneOnly;
    private final Queue<Wish<T>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock acting = new ReentrantLock();

    /**
     * @param act does all or nothing of what is wanted
     * @param concernsOneOnly whether a failure says that one wish could not be fulfilled, so that each is to be tried by
     *     itself; any other failure is everyone's
     */
    public Together(Consumer<List<T>> act, Predicate<RuntimeException> concernsOneOnly) {
        this.act = act;
        this.concernsOneOnly = concernsOneOnly;
    }

    /** Returns when the act was done for this wish; throws what kept it from being done. */
    public void want(T wanted) {
        Wish<T> wish = new Wish<>(wanted);
        waiting.add(wish);
        boolean interrupted = false;
        while (!wish.over) {
            if (acting.tryLock()) {
                try {
                    actForAll();
                } finally {
                    acting.unlock();
                }
                callNext();
            } else {
                LockSupport.park(this);
                // Cleared, or parking again would be spinning; the caller learns of it afterwards.
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (wish.failure != null) {
            throw wish.failure;
        }
    }

    private void actForAll() {
        List<Wish<T>> wishes = new ArrayList<>();
        for (Wish<T> next = waiting.poll(); next != null; next = waiting.poll()) {
            wishes.add(next);
        }
        if (wishes.isEmpty()) {
            return;
        }
        RuntimeException failure = attempt(wishes);
        if (failure != null && wishes.size() > 1 && concernsOneOnly.test(failure)) {
            wishes.forEach(wish -> wish.end(attempt(List.of(wish))));
        } else {
            wishes.forEach(wish -> wish.end(failure));
        }
    }

    private @Nullable RuntimeException attempt(List<Wish<T>> wishes) {
        try {
            act.accept(wishes.stream().map(wish -> wish.wanted).toList());
            return null;
        } catch (RuntimeException failure) {
            return failure;
        } catch (Error error) {
            // Whoever waits must not wait for ever.
            return new IllegalStateException(error);
        }
    }

    /** Who came too late for this act and found the lock taken sleeps until called. */
    private void callNext() {
        Wish<T> next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private static final class Wish<T> {

        final T wanted;
        final Thread thread = Thread.currentThread();
        private @Nullable RuntimeException failure;
        private volatile boolean over;

        Wish(T wanted) {
            this.wanted = wanted;
        }

        void end(@Nullable RuntimeException why) {
            failure = why;
            over = true;
            LockSupport.unpark(thread);
        }
    }
}
