package dk.effektspor.query.platform;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection is behind the event store.
 *
 * @param position of the last event taken in; -1 before the first
 * @param head position of the last event there is
 * @param age time since the oldest event not yet taken in was recorded; zero when there is none
 * @param caughtUp whether everything that was there at the start has been taken in
 * @param stopped where and why the projection stopped, if it did
 * @param trouble what keeps it from going on for the moment, if anything does
 */
public record Lag(
        String group,
        long position,
        long head,
        Duration age,
        boolean caughtUp,
        @Nullable String stopped,
        @Nullable String trouble) {

    /** Events not yet taken in; positions may have holes, so this is at most so many. */
    public long events() {
        return Math.max(0, head - position);
    }

    public Optional<String> failure() {
        return Optional.ofNullable(stopped != null ? stopped : trouble);
    }
}
