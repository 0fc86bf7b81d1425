package dk.effektspor.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials found right in the last five minutes. Basic sends them with every request, and a password hash is slow on
 * purpose. Kept as an HMAC under a key of this process, so that memory holds no password. {@link UserWatch} has those of a
 * changed user forgotten within seconds; where it cannot ask, they are after five minutes.
 */
final class VerifiedRecently {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int BOUND = 1_000;

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<ByteBuffer, Verified> verified = new Bounded<>(BOUND);

    VerifiedRecently(Clock clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    Optional<SignedIn> find(String user, String password) {
        ByteBuffer trace = trace(user, password);
        synchronized (verified) {
            Verified known = verified.get(trace);
            return known != null && clock.instant().isBefore(known.until())
                    ? Optional.of(known.as().signedIn())
                    : Optional.empty();
        }
    }

    void remember(String password, LocalUsers.Stored as) {
        ByteBuffer trace = trace(as.signedIn().user(), password);
        synchronized (verified) {
            verified.put(trace, new Verified(as, clock.instant().plus(REMEMBERED)));
        }
    }

    /** Whose credentials are remembered. */
    Set<String> users() {
        Instant now = clock.instant();
        synchronized (verified) {
            verified.values().removeIf(known -> !now.isBefore(known.until()));
            return verified.values().stream()
                    .map(known -> known.as().signedIn().user())
                    .collect(Collectors.toSet());
        }
    }

    /** Forgets the credentials of those of the users who are no longer as they were. */
    void keepUnchanged(Set<String> users, Collection<LocalUsers.Stored> now) {
        Set<LocalUsers.Stored> unchanged = Set.copyOf(now);
        synchronized (verified) {
            verified.values()
                    .removeIf(known -> users.contains(known.as().signedIn().user()) && !unchanged.contains(known.as()));
        }
    }

    private ByteBuffer trace(String user, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(user.getBytes(StandardCharsets.UTF_8));
            // Ends the name: "ab" with "c" is not "a" with "bc". Basic cannot send it inside a name.
            mac.update((byte) ':');
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
        }
    }

    private record Verified(LocalUsers.Stored as, Instant until) {}
}
