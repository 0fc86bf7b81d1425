package dk.effektspor.platform.security;

import org.springframework.security.authentication.LockedException;

/** Too many wrong passwords for one user from one address, or from one address altogether: wait. */
final class TooManyFailures extends LockedException {

    private final long seconds;

    TooManyFailures(long seconds) {
        super("Too many failed attempts");
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
