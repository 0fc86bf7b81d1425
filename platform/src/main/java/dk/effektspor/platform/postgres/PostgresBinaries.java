package dk.effektspor.platform.postgres;

import dk.effektspor.platform.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the embedded server's programs from the class path, once. */
final class PostgresBinaries {

    /** Part of the folder's name, so that a new server never meets the old one's files. */
    static final String VERSION = "17";

    private PostgresBinaries() {}

    /** The folder with {@code bin/}, unpacked under {@code parent} if it is not there yet. */
    static Path unpackedUnder(Path parent) throws IOException {
        String archive = "postgres-" + system() + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new StartRefused(
                        "Den indbyggede PostgreSQL findes ikke til dette styresystem (" + archive
                                + "); angiv en ekstern med effektspor.postgres.url.",
                        "The embedded PostgreSQL is not included for this system (" + archive
                                + "); name an external one with effektspor.postgres.url.");
            }
            int size = packed.available();
            Path home = parent.toAbsolutePath().resolve("postgresql-" + VERSION + "-" + size);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                Files.createDirectories(parent);
                Path fresh = Files.createTempDirectory(parent, "unpacking-");
                unpack(packed, fresh);
                // Others may have to read it: the server itself may run as another user than the one who unpacked it.
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
                moveInPlace(fresh, home);
            }
            return home;
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return system + "-" + (arch.equals("aarch64") ? "arm_64" : "x86_64");
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static void moveInPlace(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (IOException e) {
            // Two processes unpacked at once; whoever came first is as good.
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }
}
