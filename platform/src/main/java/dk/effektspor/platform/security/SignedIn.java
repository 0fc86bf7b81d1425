package dk.effektspor.platform.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * What a sign-in says of someone, before the tree of units of the day widens it to an {@link Actor}.
 *
 * @param role absent if the sign-in gives none, or more than one: then no endpoint is open
 * @param units codes of the own units, the home unit first
 */
public record SignedIn(String user, @Nullable Role role, List<String> units) implements Principal, Serializable {

    public SignedIn {
        units = List.copyOf(units);
    }

    @Override
    public String getName() {
        return user;
    }

    /** As the filter chain and the tests of the endpoints need it. */
    public Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(
                this,
                null,
                role == null ? AuthorityUtils.NO_AUTHORITIES : AuthorityUtils.createAuthorityList("ROLE_" + role));
    }
}
