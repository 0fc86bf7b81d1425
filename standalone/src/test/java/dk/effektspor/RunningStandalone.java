package dk.effektspor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both sides as a newcomer runs them, asked over HTTP. */
@BothSides
abstract class RunningStandalone {

    static final Path DATA = OwnFolder.DATA;
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Environment environment;

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The case's version in the ETag. */
        long version() {
            return Long.parseLong(header("ETag").replace("\"", ""));
        }
    }

    Answer get(@Nullable String user, String path, String... headers) {
        return new Answer(send(user, path, "GET", null, BodyHandlers.ofString(), headers));
    }

    /** For what is no text. */
    byte[] bytes(String user, String path, String... headers) {
        HttpResponse<byte[]> response = send(user, path, "GET", null, BodyHandlers.ofByteArray(), headers);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    Answer post(@Nullable String user, String path, String body, String... headers) {
        return new Answer(send(user, path, "POST", body, BodyHandlers.ofString(), headers));
    }

    private <T> HttpResponse<T> send(
            @Nullable String user,
            String path,
            String method,
            @Nullable String body,
            BodyHandler<T> read,
            String... headers) {
        String port = environment.getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (user != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((user + ":" + password(user)).getBytes(UTF_8)));
        }
        if (body != null && !String.join(" ", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if ("revisor".equals(user)) {
            request.header("Access-Purpose", "quality-control");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String password(String user) {
        try {
            return Files.readAllLines(DATA.resolve("keys/first-passwords.txt")).stream()
                    .filter(line -> line.startsWith(user + " "))
                    .map(line -> line.substring(user.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
