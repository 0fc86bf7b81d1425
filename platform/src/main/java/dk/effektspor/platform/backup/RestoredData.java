package dk.effektspor.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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

    /** Returns when the mark would outlast a loss of power: without it a log that goes on forks would be signed. */
    static void mark(Path data, Instant backupMadeAt) throws IOException {
        Path mark = Files.writeString(data.resolve(MARK), backupMadeAt + "\n");
        OwnedFiles.force(List.of(mark, data));
    }
}
