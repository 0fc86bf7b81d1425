package dk.effektspor.platform.vault;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Writes secrets to files that nobody but the owner can read; the sign-in keeps the first passwords in one, the
 * ledger its signing key. */
public final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> FILE = EnumSet.of(OWNER_READ, OWNER_WRITE);
    private static final Set<PosixFilePermission> FOLDER = EnumSet.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);

    private OwnerOnlyFile() {}

    /**
     * Writes the file durably, unless it exists; a folder made for it is its owner's only too.
     *
     * @return whether it was written
     */
    public static boolean writeNew(Path path, String content) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
        create(folder);
        Path draft = folder.resolve(path.getFileName() + "." + UUID.randomUUID());
        try {
            writeDurably(draft, content);
            // A link appears whole or not at all and never replaces: two starting processes end with one file.
            Files.createLink(path, draft);
            force(folder);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether the file is not its owner's alone. */
    public static boolean isReadableByOthers(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null || !FOLDER.containsAll(view.readAttributes().permissions());
    }

    /** Puts one file in another's place in the same folder, durably; what was there is gone. */
    public static void replace(Path file, Path replacement) throws IOException {
        Files.move(replacement, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        } catch (FileAlreadyExistsException another) {
            return;
        }
    }

    private static void writeDurably(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(FILE))) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // What is sealed under a lost key is lost with it, so the key is on disk before its first use.
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
