package dk.effektspor.query.ledger.checkpoint;

import java.nio.file.Path;

/** A file of the ledger's folder is not what was written there. */
public final class DamagedFolder extends RuntimeException {

    private final Path file;

    DamagedFolder(Path file, Throwable cause) {
        super("The file " + file + " is damaged", cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
