package dk.effektspor.query.ledger.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/** Writes that a loss of power does not undo. */
final class DurableFile {

    private DurableFile() {}

    /** Writes the whole file: a reader sees all of the new content or none of it. */
    static void write(Path file, byte[] content) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        createFolders(folder);
        Path draft = folder.resolve("." + file.getFileName() + ".draft");
        write(
                draft,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    /** Adds to the end of the file. */
    static void append(Path file, byte[] content) throws IOException {
        boolean isNew = !Files.exists(file);
        write(file, content, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        if (isNew) {
            force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        }
    }

    static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path above = Objects.requireNonNull(folder.toAbsolutePath().getParent());
            createFolders(above);
            Files.createDirectories(folder);
            force(above);
        }
    }

    private static void write(Path file, byte[] content, OpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(options))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
