package dk.effektspor.platform.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows how a running application is: {@code BASE-URL USER}, the password in {@code EFFEKTSPOR_PASSWORD}. Exits with 0
 * when all is well, 1 when something is wrong, 2 when it cannot be asked.
 */
public final class StatusClient {

    static final int WELL = 0;
    static final int WRONG = 1;
    static final int UNREACHABLE = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final String authorization;
    private final Locale reader;
    private final Appendable out;

    StatusClient(String base, String user, String password, Locale reader, Appendable out) {
        this.base = base;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        this.reader = reader;
        this.out = out;
    }

    /** Asks and ends the process with the exit code. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String password = Objects.requireNonNullElse(System.getenv("EFFEKTSPOR_PASSWORD"), "");
        System.exit(new StatusClient(arguments[0], arguments[1], password, Locale.getDefault(), System.out).run());
    }

    int run() throws IOException, InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(base + "/api/v1/operations/status"))
                                    .header("Authorization", authorization)
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException e) {
            return told(UNREACHABLE, "Effektspor svarer ikke på " + base, "Effektspor does not answer at " + base);
        }
        return switch (answer.statusCode()) {
            case 200 -> shown(answer.body());
            case 401, 403 ->
                told(
                        UNREACHABLE,
                        "Operatøren kom ikke ind; giv adgangskoden i EFFEKTSPOR_PASSWORD.",
                        "The operator was not let in; give the password in EFFEKTSPOR_PASSWORD.");
            // Who signs in is looked up in PostgreSQL.
            case 503 ->
                told(
                        WRONG,
                        "GALT: Effektspor svarer, men dens database gør ikke.",
                        "WRONG: Effektspor answers, but its database does not.");
            default ->
                told(
                        UNREACHABLE,
                        "Uforståeligt svar fra " + base + ": " + answer.statusCode(),
                        "Unintelligible answer from " + base + ": " + answer.statusCode());
        };
    }

    private int shown(String body) throws IOException {
        try {
            Status status = JSON.readValue(body, Status.class);
            out.append(StatusTable.of(status, reader));
            return status.ok() ? WELL : WRONG;
        } catch (JacksonException e) {
            return told(UNREACHABLE, "Uforståeligt svar fra " + base, "Unintelligible answer from " + base);
        }
    }

    private int told(int code, String inDanish, String inEnglish) throws IOException {
        out.append(reader.getLanguage().equals("da") ? inDanish : inEnglish).append('\n');
        return code;
    }
}
