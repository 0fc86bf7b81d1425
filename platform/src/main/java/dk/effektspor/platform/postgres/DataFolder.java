package dk.effektspor.platform.postgres;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The one folder that holds all durable data, held by one process at a time. */
public final class DataFolder implements AutoCloseable {

    /** Raised when an older program could not read what this one writes. */
    static final int VERSION = 1;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder into use, creating it if need be.
     *
     * @throws StartRefused if it cannot be written, another process holds it, or a newer program wrote it
     */
    static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
        FileChannel lock = lock(path);
        try {
            checkVersion(path);
            return new DataFolder(path, lock);
        } catch (IOException e) {
            close(lock, e);
            throw notWritable(path, e);
        } catch (StartRefused e) {
            close(lock, e);
            throw e;
        }
    }

    /** Where the folder is, absolute. */
    public Path path() {
        return path;
    }

    private static FileChannel lock(Path path) {
        FileChannel channel;
        try {
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (IOException e) {
            close(channel, e);
            throw notWritable(path, e);
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same refusal.
            close(channel, e);
        }
        close(channel, null);
        throw new StartRefused(
                "Datamappen " + path + " er i brug af en anden proces; stop den, eller vælg en anden mappe med --data.",
                "The data folder " + path
                        + " is in use by another process; stop that one, or choose another folder with --data.");
    }

    private static void checkVersion(Path path) throws IOException {
        Path file = path.resolve("version");
        if (!Files.exists(file)) {
            Files.writeString(file, VERSION + "\n");
            return;
        }
        String written = Files.readString(file).trim();
        if (!written.matches("\\d{1,9}") || Integer.parseInt(written) > VERSION) {
            throw new StartRefused(
                    "Datamappen " + path + " er skrevet af en nyere udgave (version " + written
                            + ", denne forstår til og med " + VERSION + "); start den nyere udgave.",
                    "The data folder " + path + " was written by a newer release (version " + written
                            + ", this one reads up to " + VERSION + "); start the newer release.");
        }
    }

    private static StartRefused notWritable(Path path, IOException cause) {
        return new StartRefused(
                "Datamappen " + path + " kan ikke skrives; giv brugeren skriveret, eller vælg en anden med --data.",
                "The data folder " + path
                        + " cannot be written; give this user the right to, or choose another with --data.",
                cause);
    }

    private static void close(FileChannel channel, @Nullable Exception reason) {
        try {
            channel.close();
        } catch (IOException e) {
            if (reason != null) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Gives the folder free; the process's end does so too, however it comes. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
