package dk.effektspor.platform.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials found right in the last five minutes. Basic sends them with every request, and a password hash is slow on
 * purpose. Kept as an HMAC under a key of this process, so that memory holds no password. A changed or removed user is
 * noticed after five minutes.
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
                    ? Optional.of(known.signedIn())
                    : Optional.empty();
        }
    }

    void remember(String user, String password, SignedIn signedIn) {
        ByteBuffer trace = trace(user, password);
        synchronized (verified) {
            verified.put(trace, new Verified(signedIn, clock.instant().plus(REMEMBERED)));
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

    private record Verified(SignedIn signedIn, Instant until) {}
}
