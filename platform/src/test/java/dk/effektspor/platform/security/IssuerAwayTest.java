package dk.effektspor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Nothing answers on port 1: the application starts all the same, and local users can be kept beside the issuer. */
@PlatformTest
@TestPropertySource(properties = {"effektspor.oidc.issuer=http://127.0.0.1:1", "effektspor.local-users.enabled=true"})
class IssuerAwayTest {

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_token_is_answered_with_try_again() {
        LocalIssuer elsewhere = new LocalIssuer();
        String token = elsewhere.token(Map.of("preferred_username", "anna"));
        elsewhere.stop();

        HttpResponse<String> answer =
                Caller.of(environment).with("Authorization", "Bearer " + token).get("/api/v1/test/me");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("access.issuer-away").doesNotContain("127.0.0.1");
    }

    @Test
    void local_users_sign_in_beside_it() {
        assertThat(Caller.of(environment)
                        .as(Role.OPERATOR, jdbc)
                        .get("/api/v1/test/me")
                        .statusCode())
                .isEqualTo(200);
    }
}
