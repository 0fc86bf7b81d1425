package dk.effektspor.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Tells a data folder that a backup was restored into from one that grew by itself: what came after the backup was lost, and
 * may have been signed.
 */
public final class RestoredData {

    private static final String MARK = "restored-from-backup";

    private RestoredData() {}

    /** Whether the data folder was made by a restore. */
    public static boolean isIn(Path data) {
        return Files.exists(data.resolve(MARK));
    }

    static void mark(Path data, Instant backupMadeAt) throws IOException {
        Files.writeString(data.resolve(MARK), backupMadeAt + "\n");
    }
}
