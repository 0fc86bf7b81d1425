package dk.effektspor.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Users kept in our own database.
 *
 * @param enabled whether they may sign in; absent: where there is no OpenID Connect issuer
 * @param unit unit of the first caseworker and team leaders
 */
@ConfigurationProperties("effektspor.local-users")
record LocalUserSettings(
        @Nullable Boolean enabled,
        @DefaultValue("BBU-NOERREBRO") String unit) {

    boolean isOn(OidcSettings oidc) {
        return enabled != null ? enabled : !oidc.isOn();
    }
}
