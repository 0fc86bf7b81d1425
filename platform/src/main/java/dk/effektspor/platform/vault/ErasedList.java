package dk.effektspor.platform.vault;

import dk.effektspor.shared.casefile.CitizenId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of forgotten citizens, one a line, in a file outside the database, which therefore outlasts the return to any
 * earlier state of the database. An id says nothing of who it was.
 */
public final class ErasedList {

    private static final Pattern ID =
            Pattern.compile("(?m)^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$");

    private final Path path;

    public ErasedList(Path path) {
        this.path = path;
    }

    /** All on the list; none if there is no file. A line that a crash cut off is passed over: its key was not yet touched. */
    public synchronized Set<CitizenId> all() {
        Set<CitizenId> erased = new LinkedHashSet<>();
        if (Files.exists(path)) {
            try {
                Matcher ids = ID.matcher(Files.readString(path, StandardCharsets.ISO_8859_1));
                while (ids.find()) {
                    erased.add(CitizenId.of(ids.group(1)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return erased;
    }

    /** Makes the file if there is none: from then on a missing one is lost, and not merely empty. */
    synchronized void begin() {
        try {
            OwnerOnlyFile.writeNew(path, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds those that are not on it; on disk when it returns. */
    synchronized void add(Collection<CitizenId> citizens) {
        Set<CitizenId> missing = new LinkedHashSet<>(citizens);
        missing.removeAll(all());
        if (missing.isEmpty()) {
            return;
        }
        begin();
        // The first break ends a line that a crash cut off.
        StringBuilder lines = new StringBuilder("\n");
        missing.forEach(citizen -> lines.append(citizen).append('\n'));
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
