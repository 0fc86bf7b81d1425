package dk.effektspor.platform.postgres;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one folder that holds all durable data, held by one process at a time. */
public final class DataFolder implements AutoCloseable {

    /** Raised when an older program could not read what this one writes. */
    static final int VERSION = 1;

    /** A file that is there until a restore has come to its end. */
    private static final String RESTORING = "restoring";

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
        return openUnlessHeld(folder)
                .orElseThrow(() -> inUse(folder.toAbsolutePath().normalize()));
    }

    /**
     * Takes the folder into use unless another process holds it.
     *
     * @throws StartRefused if it cannot be written, a restore into it was broken off, or a newer program wrote it
     */
    static Optional<DataFolder> openUnlessHeld(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        if (Files.exists(path.resolve(RESTORING))) {
            throw new StartRefused(
                    "Datamappen " + path + " er kun halvt genskabt; slet dens indhold, og genskab den igen.",
                    "The data folder " + path + " is only half restored; delete what is in it, and restore it again.");
        }
        return take(path);
    }

    /**
     * Takes an empty folder into use; until {@link #restored()} nobody else can.
     *
     * @throws StartRefused if it is not empty or cannot be written
     */
    static DataFolder openForRestore(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            try (Stream<Path> content = Files.list(path)) {
                if (content.findAny().isPresent()) {
                    throw new StartRefused(
                            "Mappen " + path + " er ikke tom; der genskabes kun i en tom mappe. Intet er ændret.",
                            "The folder " + path
                                    + " is not empty; only an empty one is restored into. Nothing changed.");
                }
            }
            Files.createFile(path.resolve(RESTORING));
        } catch (IOException e) {
            throw notWritable(path, e);
        }
        return take(path).orElseThrow(() -> inUse(path));
    }

    /** Gives a restored folder over to whoever opens it next. */
    void restored() throws IOException {
        Files.delete(path.resolve(RESTORING));
    }

    private static Optional<DataFolder> take(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
        FileChannel lock = lock(path);
        if (lock == null) {
            return Optional.empty();
        }
        try {
            checkVersion(path);
            return Optional.of(new DataFolder(path, lock));
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

    private static @Nullable FileChannel lock(Path path) {
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
        return null;
    }

    private static StartRefused inUse(Path path) {
        return new StartRefused(
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
