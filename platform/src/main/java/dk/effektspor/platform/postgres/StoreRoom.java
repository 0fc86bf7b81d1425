package dk.effektspor.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether the embedded server has room left to write. PostgreSQL that cannot extend its log ends at once and does not come
 * back before there is room, so commands are refused a little earlier, while it can still answer readers.
 */
final class StoreRoom {

    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(100);

    private final @Nullable Path folder;
    private final long wanted;
    private volatile long lookedAt = System.nanoTime() - MOMENT;
    private volatile boolean full;

    /**
     * @param folder where the embedded server writes; null for an external server, which sees to its own disk
     * @param wanted bytes that must be free
     */
    StoreRoom(@Nullable Path folder, long wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    long wanted() {
        return wanted;
    }

    /** Bytes free to this process, or {@link Long#MAX_VALUE} where it is not ours to know. */
    long free() {
        if (folder == null) {
            return Long.MAX_VALUE;
        }
        try {
            FileStore disk = Files.getFileStore(folder);
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was a moment ago: every command asks, and asking the operating system takes longer than the rest. */
    boolean isFull() {
        long now = System.nanoTime();
        if (now - lookedAt >= MOMENT) {
            lookedAt = now;
            full = free() < wanted;
        }
        return full;
    }
}
