package dk.effektspor.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * When the data was last copied, told by a file in the data folder: whoever copies it in another way can write it too.
 *
 * @param madeAt the moment the copy is of
 * @param events how many events it holds
 * @param bytes how large it is
 */
public record LastBackup(Instant madeAt, long events, long bytes) {

    private static final String FILE = "last-backup.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The last backup told of in the data folder; none if the file is absent or is not readable. */
    public static Optional<LastBackup> of(Path data) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(data.resolve(FILE)), LastBackup.class));
        } catch (IOException | JacksonException unknown) {
            return Optional.empty();
        }
    }

    void writeTo(Path data) throws IOException {
        Files.createDirectories(data);
        Path draft = data.resolve(FILE + ".part");
        Files.write(draft, JSON.writeValueAsBytes(this));
        Files.move(draft, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
