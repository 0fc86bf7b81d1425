package dk.effektspor.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The lines that were not taken: number, id, code and reason, and nothing of what stood in them. */
final class Rejects implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final ProblemTexts texts;
    private final BufferedWriter out;

    private Rejects(Path path, ProblemTexts texts, BufferedWriter out) {
        this.path = path;
        this.texts = texts;
        this.out = out;
    }

    record Reject(long line, @Nullable String id, String code, String field, Map<String, String> reason) {}

    /** Opens the file for an import that goes on after a number of done lines, and forgets what was said of later ones. */
    static Rejects open(Path path, long linesDone, ProblemTexts texts) throws IOException {
        Files.createDirectories(path.getParent());
        Path kept = path.resolveSibling(path.getFileName() + ".kept");
        try (BufferedWriter copy = Files.newBufferedWriter(kept, UTF_8)) {
            if (linesDone > 0 && Files.exists(path)) {
                copyUntil(path, linesDone, copy);
            }
        }
        Files.move(kept, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Rejects(path, texts, Files.newBufferedWriter(path, UTF_8, StandardOpenOption.APPEND));
    }

    private static void copyUntil(Path path, long linesDone, BufferedWriter copy) throws IOException {
        try (BufferedReader old = Files.newBufferedReader(path, UTF_8)) {
            for (String line = old.readLine(); line != null; line = old.readLine()) {
                if (numberOf(line) <= linesDone) {
                    copy.write(line);
                    copy.newLine();
                }
            }
        }
    }

    /** A line that was cut off by a crash belongs to no done prefix. */
    private static long numberOf(String line) {
        try {
            return JSON.readTree(line).path("line").asLong(Long.MAX_VALUE);
        } catch (JacksonException cutOff) {
            return Long.MAX_VALUE;
        }
    }

    void add(long line, @Nullable String lineId, Problem why) throws IOException {
        Map<String, String> reason = Map.of(
                "da", texts.detail(why.code(), ProblemTexts.DANISH, why.facts()),
                "en", texts.detail(why.code(), ProblemTexts.ENGLISH, why.facts()));
        String field = String.valueOf(why.facts().getOrDefault("field", ""));
        out.write(JSON.writeValueAsString(new Reject(line, lineId, why.code(), field, reason)));
        out.write('\n');
    }

    void flush() throws IOException {
        out.flush();
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
