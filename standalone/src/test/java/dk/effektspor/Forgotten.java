package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Has citizens forgotten through the API, by the two people it takes. */
final class Forgotten {

    static final String SECOND_LEADER = "anden-teamleder";
    private static final String WANTED = "{\"ground\": \"ARCHIVE_AUTHORISED\", \"reference\": \"2026-0012345-7\"}";

    private final RunningStandalone running;

    Forgotten(RunningStandalone running, JdbcTemplate jdbc) {
        this.running = running;
        addSecondLeader(jdbc);
    }

    /** Asks for it; answers with the request's id. */
    String requested(String citizen) {
        RunningStandalone.Answer asked = running.post("teamleder", erasure(citizen), WANTED);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        return asked.json().path("requestId").asString();
    }

    RunningStandalone.Answer approve(String user, String citizen, String request) {
        return running.post(user, erasure(citizen) + "/" + request + "/approve", "{}");
    }

    /** Waits until all is done; answers with what is then told of it. */
    JsonNode done(String citizen) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            JsonNode told = running.get("drift", erasure(citizen)).json();
            assertThat(told.path("state").asString()).as(told.toString()).isEqualTo("ERASED");
            assertThat(told.at("/receipt/subscribers"))
                    .as(told.toString())
                    .isNotEmpty()
                    .allMatch(subscriber -> subscriber.path("acknowledged").asBoolean());
        });
        return running.get("drift", erasure(citizen)).json();
    }

    JsonNode forget(String citizen) {
        String request = requested(citizen);
        RunningStandalone.Answer approved = approve(SECOND_LEADER, citizen, request);
        assertThat(approved.status()).as(approved.body()).isEqualTo(204);
        return done(citizen);
    }

    static String erasure(String citizen) {
        return "/api/v1/citizens/" + citizen + "/erasure";
    }

    /** A second team leader, elsewhere, with the password of the first. */
    private static void addSecondLeader(JdbcTemplate jdbc) {
        int added = jdbc.update(
                "insert into local_user (username, password_hash, role, unit)"
                        + " select ?, password_hash, role, 'BBU-AMAGER' from local_user where username = 'teamleder'"
                        + " on conflict do nothing",
                SECOND_LEADER);
        if (added == 0) {
            return;
        }
        Path passwords = RunningStandalone.DATA.resolve("keys/first-passwords.txt");
        try {
            String line = Files.readAllLines(passwords).stream()
                    .filter(known -> known.startsWith("teamleder "))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(
                    passwords,
                    "\n" + line.replace("teamleder ", SECOND_LEADER + " ") + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
