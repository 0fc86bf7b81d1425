package dk.effektspor.platform.vault;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The master key in a file that only its owner can read. */
final class KeyFile {

    private final Path path;

    KeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    boolean exists() {
        return Files.exists(path);
    }

    MasterKey read() {
        try {
            if (OwnerOnlyFile.isReadableByOthers(path)) {
                throw new StartRefused(
                        "Nøglefilen " + path + " kan læses af andre end dens ejer. Kør: chmod 600 " + path,
                        "The key file " + path + " can be read by others than its owner. Run: chmod 600 " + path);
            }
            return MasterKey.of(Files.readString(path, StandardCharsets.ISO_8859_1), path.toString());
        } catch (IOException e) {
            String why = e.getClass().getSimpleName();
            throw new StartRefused(
                    "Nøglefilen " + path + " kan ikke læses (" + why + ").",
                    "The key file " + path + " cannot be read (" + why + ").",
                    e);
        }
    }

    /** Creates the file with a new key, unless another process has just done so. */
    void generate() {
        try {
            OwnerOnlyFile.writeNew(path, MasterKey.generate() + "\n");
        } catch (IOException e) {
            String why = e.getClass().getSimpleName();
            throw new StartRefused(
                    "Nøglefilen " + path + " kan ikke skrives (" + why + ").",
                    "The key file " + path + " cannot be written (" + why + ").",
                    e);
        }
    }
}
