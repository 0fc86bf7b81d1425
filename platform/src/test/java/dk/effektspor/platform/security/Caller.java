package dk.effektspor.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls the application under test over HTTP, in some role or none. */
public final class Caller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSWORD = "walks-with-every-role";

    private final String base;
    private final Map<String, String> headers;

    private Caller(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** Someone who is not signed in. */
    public static Caller of(Environment environment) {
        return new Caller("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"), Map.of());
    }

    /** A local user with the role, made on the spot. */
    public Caller as(Role role, JdbcClient jdbc) {
        String user = "test-" + role.name().toLowerCase(Locale.ROOT);
        jdbc.sql(
                        "insert into local_user (username, password_hash, role, unit) values (:user, :hash, :role, 'BBU-NOERREBRO')"
                                + " on conflict do nothing")
                .param("user", user)
                .param("hash", "{noop}" + PASSWORD)
                .param("role", role.name())
                .update();
        Caller caller = basic(user, PASSWORD);
        return role == Role.AUDITOR ? caller.with("Access-Purpose", "quality-control") : caller;
    }

    public Caller basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public Caller with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Caller(base, more);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofString());
    }

    /** The whole answer to an address sent as it is written, which no client library would do. */
    public String raw(String address) {
        URI server = URI.create(base);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            StringBuilder request =
                    new StringBuilder("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
            headers.forEach((name, value) ->
                    request.append(name).append(": ").append(value).append("\r\n"));
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> post(String path, String json) {
        return with("Content-Type", "application/json")
                .send("POST", path, HttpRequest.BodyPublishers.ofString(json), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends anything and reads the answer as the handler says. */
    public <T> HttpResponse<T> send(
            String method, String path, HttpRequest.BodyPublisher body, HttpResponse.BodyHandler<T> answer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
