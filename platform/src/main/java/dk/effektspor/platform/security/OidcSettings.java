package dk.effektspor.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect issuer whose access tokens are taken.
 *
 * @param issuer address of the issuer; absent: no tokens, local users only
 * @param audience what the {@code aud} claim must hold; absent: not checked
 * @param rolesClaim where the role is; a dot leads into an object, as in {@code realm_access.roles}
 * @param unitsClaim where the units are: codes of the own units, the home unit first
 * @param userClaim where the user's name is
 */
@ConfigurationProperties("effektspor.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("units") String unitsClaim,
        @DefaultValue("preferred_username") String userClaim) {

    boolean isOn() {
        return issuer != null && !issuer.isBlank();
    }
}
