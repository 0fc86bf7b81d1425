package dk.effektspor.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a file to a running application and shows how far it is: {@code FILE BASE-URL USER [terminal]}, the password in
 * {@code EFFEKTSPOR_PASSWORD} or in a file named by {@code EFFEKTSPOR_PASSWORD_FILE}. Exits with 0 if every line was
 * taken, 3 if some were rejected, 1 if the import did not come to its end; then the same command goes on with it.
 */
public final class ImportClient {

    static final int TAKEN = 0;
    static final int FAILED = 1;
    static final int SOME_REJECTED = 3;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path file;
    private final String base;
    private final String authorization;
    private final boolean danish;
    private final boolean terminal;
    private final Appendable out;

    ImportClient(
            Path file, String base, String user, String password, Locale reader, boolean terminal, Appendable out) {
        this.file = file;
        this.base = base.replaceAll("/+$", "");
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        this.danish = reader.getLanguage().equals("da");
        this.terminal = terminal;
        this.out = out;
    }

    /** Runs the import named by the arguments and ends the process with its exit code. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("FILE BASE-URL USER [terminal]");
            System.exit(FAILED);
        }
        System.exit(new ImportClient(
                        Path.of(arguments[0]),
                        arguments[1],
                        arguments[2],
                        password(),
                        Locale.getDefault(),
                        arguments.length > 3 && arguments[3].equals("terminal"),
                        System.out)
                .run());
    }

    private record Counted(String sha256, long lines) {}

    int run() throws IOException {
        if (!Files.isReadable(file)) {
            return failed("Filen kan ikke læses: " + file, "The file cannot be read: " + file);
        }
        Counted counted = counted();
        try {
            return run(counted);
        } catch (IOException | ExecutionException e) {
            if (e instanceof ConnectException || e.getCause() instanceof ConnectException) {
                return failed("Ingen svarer på " + base, "Nobody answers at " + base);
            }
            return failed(
                    "Forbindelsen blev afbrudt. Kør samme kommando igen: importen fortsætter, hvor den var.",
                    "The connection was lost. Run the same command again: the import goes on where it was.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int run(Counted counted) throws IOException, ExecutionException, InterruptedException {
        HttpRequest poll = request("/api/v1/imports/" + counted.sha256()).GET().build();
        HttpResponse<String> before = client.send(poll, BodyHandlers.ofString());
        if (before.statusCode() == 200
                && JSON.readTree(before.body()).path("done").asBoolean()) {
            out.append(
                    danish
                            ? "Filen er allerede indlæst; intet er ændret.\n"
                            : "The file is loaded already; nothing changed.\n");
            return counts(JSON.readTree(before.body()));
        }
        HttpRequest post = request("/api/v1/imports")
                .header("Content-Type", ImportController.NDJSON)
                .header("Import-Id", counted.sha256())
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(post, BodyHandlers.fromLineSubscriber(new LastLine(), LastLine::text, null));
        long began = System.nanoTime();
        ShownProgress progress =
                new ShownProgress(new ProgressBar(counted.lines(), began), began, terminal, danish, out);
        while (true) {
            try {
                return ended(answer.get(1, TimeUnit.SECONDS), progress);
            } catch (TimeoutException stillRunning) {
                HttpResponse<String> step = client.send(poll, BodyHandlers.ofString());
                if (step.statusCode() == 200) {
                    progress.show(JSON.readTree(step.body()).path("linesDone").asLong(), System.nanoTime());
                }
            }
        }
    }

    private int ended(HttpResponse<String> answer, ShownProgress progress) throws IOException {
        JsonNode last;
        try {
            last = JSON.readTree(answer.body());
        } catch (JacksonException unreadable) {
            return failed("Uforståeligt svar.", "Unintelligible answer.");
        }
        if (answer.statusCode() != 200) {
            String detail = last.path("detail").asString(last.path("title").asString(""));
            return failed("Afvist: " + detail, "Refused: " + detail);
        }
        progress.end(last.path("linesDone").asLong(), System.nanoTime());
        if (!last.path("done").asBoolean()) {
            return failed(
                    "Importen stoppede før slutningen. Kør samme kommando igen: den fortsætter, hvor den var.",
                    "The import stopped before the end. Run the same command again: it goes on where it was.");
        }
        return counts(last);
    }

    /** What became of the file's lines, over all the times it was sent. */
    private int counts(JsonNode last) throws IOException {
        long rejected = last.path("rejected").asLong();
        String counts = danish ? "%,d optaget, %,d uændret, %,d afvist%n" : "%,d taken, %,d unchanged, %,d rejected%n";
        Locale locale = danish ? Locale.forLanguageTag("da") : Locale.ENGLISH;
        out.append(String.format(
                locale,
                counts,
                last.path("accepted").asLong(),
                last.path("unchanged").asLong(),
                rejected));
        if (rejected > 0) {
            String rejects = last.path("rejects").asString();
            out.append(danish ? "De afviste linjer står i " : "The rejected lines are in ")
                    .append(rejects)
                    .append('\n');
        }
        return rejected > 0 ? SOME_REJECTED : TAKEN;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .header("Accept-Language", danish ? "da" : "en");
    }

    /** The file's hash names the import, so that the same file goes on with the same import. */
    private Counted counted() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long lines = 0;
            byte last = '\n';
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = buffer[read - 1];
            }
            return new Counted(HexFormat.of().formatHex(sha256.digest()), last == '\n' ? lines : lines + 1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private int failed(String inDanish, String inEnglish) throws IOException {
        out.append(terminal ? "\n" : "").append(danish ? inDanish : inEnglish).append('\n');
        return FAILED;
    }

    private static String password() throws IOException {
        String password = System.getenv("EFFEKTSPOR_PASSWORD");
        if (password != null) {
            return password;
        }
        String file = System.getenv("EFFEKTSPOR_PASSWORD_FILE");
        return file == null ? "" : Files.readString(Path.of(file)).strip();
    }
}
