package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.platform.vault.OwnerOnlyFile;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches a case's bundle from a running application: {@code BASE-URL USER CASE [--withhold FIELDS] [--earlier SIZES] [--out
 * FILE] [--purpose CODE]}, the password in {@code EFFEKTSPOR_PASSWORD}. Exits with 0 when the file is there, 1 when it was
 * refused or could not be fetched, 2 for arguments it does not know.
 */
public final class ExportClient {

    private static final int FETCHED = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int PURPOSE_REQUIRED = 428;
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final String base;
    private final String authorization;
    private final boolean danish;
    private String caseId = "";
    private String withhold = "";
    private String earlier = "";
    private String purpose = "";
    private String out = "";

    private ExportClient(String base, String user, String password, Locale reader) {
        this.base = base;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        this.danish = reader.getLanguage().equals("da");
    }

    /** Fetches and ends the process with the exit code. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String password = System.getenv("EFFEKTSPOR_PASSWORD");
        ExportClient client =
                new ExportClient(arguments[0], arguments[1], password == null ? "" : password, Locale.getDefault());
        boolean understood = client.understands(List.of(arguments).subList(2, arguments.length));
        System.exit(understood ? client.run() : client.told(NOT_UNDERSTOOD, USAGE_DA, USAGE_EN));
    }

    private static final String USAGE_DA = "Brug: ./effektspor export-case SAGSID [--withhold cpr,name,…|person|all]"
            + " [--earlier STØRRELSE] [--purpose FORMÅL] [--out FIL]";
    private static final String USAGE_EN = "Usage: ./effektspor export-case CASE-ID [--withhold cpr,name,…|person|all]"
            + " [--earlier SIZE] [--purpose PURPOSE] [--out FILE]";

    private boolean understands(List<String> arguments) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                plain.add(argument);
                continue;
            }
            String[] parts = argument.split("=", 2);
            if (parts.length == 1 && ++i == arguments.size()) {
                return false;
            }
            String value = parts.length == 2 ? parts[1] : arguments.get(i);
            switch (parts[0]) {
                case "--withhold" -> withhold = value;
                case "--earlier" -> earlier = value;
                case "--purpose" -> purpose = value;
                case "--out" -> out = value;
                default -> {
                    return false;
                }
            }
        }
        if (plain.size() != 1) {
            return false;
        }
        caseId = plain.get(0);
        return true;
    }

    private int run() throws IOException, InterruptedException {
        Path file = Path.of(out.isEmpty() ? caseId + ".bundle" : out);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1/audit/cases/" + encoded(caseId)
                        + "/bundle?withhold=" + encoded(withhold) + "&earlier=" + encoded(earlier)))
                .header("Authorization", authorization)
                .header("Accept-Language", danish ? "da" : "en");
        if (!purpose.isEmpty()) {
            request.header("Access-Purpose", encoded(purpose));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        // What people have said about a child stands in it in clear.
        Files.createFile(part, OWNERS_ALONE);
        try {
            return fetched(request.build(), part, file);
        } catch (ConnectException e) {
            return told(FAILED, "Ingen svarer på " + base, "Nobody answers at " + base);
        } catch (IOException e) {
            return told(
                    FAILED,
                    "Sagen kom ikke hel frem, og intet er gemt. Kør samme kommando igen.",
                    "The case did not arrive whole, and nothing was kept. Run the same command again.");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Past memory into a file beside the one that is wanted: whoever verifies that meanwhile finds it whole or not at all. */
    private int fetched(HttpRequest request, Path part, Path file) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        request,
                        head -> head.statusCode() == 200
                                ? BodySubscribers.mapping(
                                        BodySubscribers.ofFile(part, StandardOpenOption.WRITE), written -> "")
                                : BodySubscribers.ofString(UTF_8));
        if (answer.statusCode() != 200) {
            String detail = detail(answer);
            boolean unstated = answer.statusCode() == PURPOSE_REQUIRED;
            return told(
                    FAILED,
                    "Afvist: " + detail + (unstated ? " Her skrives det med --purpose." : ""),
                    "Refused: " + detail + (unstated ? " Here it is stated with --purpose." : ""));
        }
        try (FileChannel whole = FileChannel.open(part, StandardOpenOption.WRITE)) {
            whole.force(true);
        }
        OwnerOnlyFile.replace(file, part);
        return told(FETCHED, "Sagen ligger i " + file, "The case is in " + file);
    }

    private static String detail(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("detail")
                    .asString(String.valueOf(answer.statusCode()));
        } catch (JacksonException unintelligible) {
            return String.valueOf(answer.statusCode());
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private int told(int code, String inDanish, String inEnglish) {
        (code == FETCHED ? System.out : System.err).println(danish ? inDanish : inEnglish);
        return code;
    }
}
