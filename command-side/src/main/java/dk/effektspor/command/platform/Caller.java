package dk.effektspor.command.platform;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.web.ClientName;
import dk.effektspor.platform.web.ETags;
import dk.effektspor.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who asks, through what, and what they know already. */
record Caller(
        Actor actor,
        String client,
        @Nullable Long expectedVersion,
        @Nullable String key) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    static Caller of(Actor actor, HttpServletRequest request) {
        return new Caller(actor, ClientName.of(request), expectedVersion(request), key(request));
    }

    /** What ids derive from, so that two users' equal keys are different requests. */
    @Nullable
    String seed() {
        return key == null ? null : actor.user() + "\n" + key;
    }

    private static @Nullable Long expectedVersion(HttpServletRequest request) {
        OptionalLong expected = ETags.expected(request.getHeader("If-Match"));
        return expected.isPresent() ? expected.getAsLong() : null;
    }

    private static @Nullable String key(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new Problem(
                    400,
                    "request.invalid-parameter",
                    Map.of("parameter", "Idempotency-Key", "rule", "idempotency-key"));
        }
        return key;
    }
}
