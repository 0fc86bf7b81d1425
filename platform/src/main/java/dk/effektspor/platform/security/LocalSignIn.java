package dk.effektspor.platform.security;

import dk.effektspor.platform.load.ClientLimits;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs a local user in with name and password. */
final class LocalSignIn implements AuthenticationProvider {

    private final LocalUsers users;
    private final PasswordEncoder encoder;
    private final VerifiedRecently recently;
    private final FailureCount failures;
    private final ClientLimits failuresOfAddress;
    private final String hashOfNobody;

    LocalSignIn(
            LocalUsers users,
            PasswordEncoder encoder,
            VerifiedRecently recently,
            ClientLimits failuresOfAddress,
            Clock clock) {
        this.users = users;
        this.encoder = encoder;
        this.recently = recently;
        this.failuresOfAddress = failuresOfAddress;
        failures = new FailureCount(clock);
        hashOfNobody = encoder.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        return recently.find(user, password)
                .orElseGet(() -> verified(user, password, address(attempt)))
                .authentication();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private SignedIn verified(String user, String password, String address) {
        failures.check(user, address);
        String network = ClientLimits.network(address);
        long early = failuresOfAddress.early(network);
        if (early > 0) {
            // Guessing under ever new names: not one more password is looked at, which takes a processor a tenth of a
            // second.
            throw new TooManyFailures(early);
        }
        Optional<LocalUsers.Stored> stored = users.named(user);
        // An unknown name, or a locked user, takes as long as a wrong password: names cannot be found by the clock.
        boolean right = encoder.matches(
                password, stored.map(LocalUsers.Stored::passwordHash).orElse(hashOfNobody));
        if (stored.isEmpty() || stored.get().locked() || !right) {
            failures.failed(user, address);
            failuresOfAddress.take(network);
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        failures.succeeded(user, address);
        recently.remember(password, stored.get());
        return stored.get().signedIn();
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }
}
