package dk.effektspor.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * After five wrong passwords for a user from one address, that user and address wait a minute. Counting them together
 * keeps a stranger from locking a caseworker out.
 */
final class FailureCount {

    private static final int ALLOWED = 5;
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final int BOUND = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new Bounded<>(BOUND);

    FailureCount(Clock clock) {
        this.clock = clock;
    }

    /** Throws {@link TooManyFailures} while the user must wait. */
    void check(String user, String address) {
        synchronized (failures) {
            Failures past = failures.get(key(user, address));
            if (past != null && past.count() >= ALLOWED) {
                Duration left = Duration.between(clock.instant(), past.last().plus(WAIT));
                if (left.compareTo(Duration.ZERO) > 0) {
                    throw new TooManyFailures(left.toSeconds() + 1);
                }
                failures.remove(key(user, address));
            }
        }
    }

    void failed(String user, String address) {
        synchronized (failures) {
            failures.merge(
                    key(user, address),
                    new Failures(1, clock.instant()),
                    (past, now) -> new Failures(past.count() + 1, now.last()));
        }
    }

    void succeeded(String user, String address) {
        synchronized (failures) {
            failures.remove(key(user, address));
        }
    }

    private static String key(String user, String address) {
        return address + ' ' + user;
    }

    private record Failures(int count, Instant last) {}
}
