package dk.effektspor.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads user, role and units out of an access token. */
final class TokenSignIn implements Converter<Jwt, AbstractAuthenticationToken> {

    private final OidcSettings settings;

    TokenSignIn(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String user = values(token, settings.userClaim())
                .findFirst()
                .orElseThrow(() -> new InvalidBearerTokenException("No claim " + settings.userClaim()));
        List<Role> roles = values(token, settings.rolesClaim())
                .flatMap(name -> Role.named(name).stream())
                .distinct()
                .toList();
        // Roles do not include one another, so of several none is the right guess.
        Role role = roles.size() == 1 ? roles.get(0) : null;
        return (AbstractAuthenticationToken)
                new SignedIn(user, role, values(token, settings.unitsClaim()).toList()).authentication();
    }

    private static Stream<String> values(Jwt token, String claim) {
        Object value = token.getClaims().get(claim);
        if (value == null) {
            value = nested(token.getClaims(), claim);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return value instanceof String one && !one.isBlank() ? Stream.of(one) : Stream.empty();
    }

    private static @Nullable Object nested(Map<String, Object> claims, String path) {
        Object value = claims;
        for (String name : path.split("\\.", -1)) {
            if (!(value instanceof Map<?, ?> object)) {
                return null;
            }
            value = object.get(name);
        }
        return value;
    }
}
