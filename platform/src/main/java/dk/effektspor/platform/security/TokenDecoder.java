package dk.effektspor.platform.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Checks signature, issuer, time and audience of a token. The issuer is asked at the first token, not at start. */
final class TokenDecoder implements JwtDecoder {

    private final SupplierJwtDecoder decoder;

    TokenDecoder(String issuer, OidcSettings settings) {
        decoder = new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder nimbus =
                    NimbusJwtDecoder.withIssuerLocation(issuer).build();
            nimbus.setJwtValidator(validator(issuer, settings));
            return nimbus;
        });
    }

    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtDecoderInitializationException away) {
            throw new AuthenticationServiceException("The issuer does not answer", away);
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, OidcSettings settings) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        validators.add(JwtValidators.createDefaultWithIssuer(issuer));
        String audience = settings.audience();
        if (audience != null && !audience.isBlank()) {
            validators.add(new JwtClaimValidator<List<String>>(
                    JwtClaimNames.AUD, claimed -> claimed != null && claimed.contains(audience)));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }
}
