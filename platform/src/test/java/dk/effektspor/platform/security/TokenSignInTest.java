package dk.effektspor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PlatformTest
class TokenSignInTest {

    private static final LocalIssuer ISSUER = new LocalIssuer();
    private static final Map<String, Object> ANNA = Map.of(
            "preferred_username",
            "anna",
            "realm_access",
            Map.of("roles", List.of("offline_access", "team-leader")),
            "units",
            List.of("BBU-NOERREBRO"));

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    private Caller nobody;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("effektspor.oidc.issuer", ISSUER::issuer);
        properties.add("effektspor.oidc.audience", () -> "effektspor");
        properties.add("effektspor.oidc.roles-claim", () -> "realm_access.roles");
    }

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    @BeforeEach
    void caller() {
        nobody = Caller.of(environment);
    }

    @Test
    void user_role_and_units_come_from_the_token() {
        HttpResponse<String> answer = me(ISSUER.token(ANNA));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"user\":\"anna\",\"role\":\"TEAM_LEADER\",\"unit\":\"BBU-NOERREBRO\","
                        + "\"units\":[\"BBU-NOERREBRO\"]}");
    }

    @Test
    void roles_are_kept_apart_with_tokens_too() {
        assertThat(nobody.with("Authorization", "Bearer " + ISSUER.token(ANNA))
                        .get("/api/v1/test/report")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_without_one_clear_role_opens_nothing() {
        for (List<String> roles : List.of(List.<String>of(), List.of("boss"), List.of("AUDITOR", "OPERATOR"))) {
            HttpResponse<String> answer =
                    me(ISSUER.token(Map.of("preferred_username", "anna", "realm_access", Map.of("roles", roles))));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("access.no-role");
        }
    }

    @Test
    void tokens_that_are_late_foreign_forged_nameless_or_not_for_us_are_refused() {
        Map<String, String> tokens = Map.of(
                "late", ISSUER.token(with("exp", Date.from(Instant.now().minusSeconds(3600)))),
                "foreign", ISSUER.token(with("iss", "http://127.0.0.1:1")),
                "forged", ISSUER.token(ANNA, LocalIssuer.newKey()),
                "nameless", ISSUER.token(Map.of("realm_access", Map.of("roles", List.of("AUDITOR")))),
                "not for us", ISSUER.token(with("aud", "another")),
                "not a token", "abc");

        tokens.forEach((why, token) -> {
            HttpResponse<String> answer = me(token);
            assertThat(answer.statusCode()).as(why).isEqualTo(401);
            assertThat(answer.body()).as(why).contains("access.not-signed-in");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).as(why).contains("Bearer");
        });
    }

    @Test
    void local_users_are_off_when_there_is_an_issuer() {
        Caller local = nobody.as(Role.OPERATOR, jdbc);

        assertThat(local.get("/api/v1/test/me").statusCode()).isEqualTo(401);
    }

    @Test
    void no_local_users_are_made() {
        assertThat(jdbc.sql("select count(*) from local_user where username not like 'test-%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private HttpResponse<String> me(String token) {
        return nobody.with("Authorization", "Bearer " + token).get("/api/v1/test/me");
    }

    private static Map<String, Object> with(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(ANNA);
        claims.put(claim, value);
        return claims;
    }
}
