package dk.effektspor.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own with little room, which can be filled and emptied; making one takes the right to mount. */
final class SmallDisk implements AutoCloseable {

    private static final String REQUIRED = "required";
    private static final int STEP = 64 * 1024;

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    static SmallDisk mountedAt(Path folder, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted =
                asRoot("mount -t tmpfs -o mode=1777,size=" + mebibytes + "m effektspor-test '" + folder + "'");
        if (!mounted && REQUIRED.equals(System.getenv("EFFEKTSPOR_FULL_DISK"))) {
            throw new AssertionError("No small disk could be mounted at " + folder
                    + ", so a full one cannot be tried; EFFEKTSPOR_FULL_DISK=skip leaves it out");
        }
        Assumptions.assumeTrue(
                mounted,
                "A full disk can only be tried by who may mount a small one: run the tests as root, or with sudo");
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Takes all but so many bytes. */
    void fillAllBut(long bytes) throws IOException {
        byte[] step = new byte[STEP];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (free() > bytes) {
                out.write(step, 0, (int) Math.min(STEP, free() - bytes));
            }
        }
    }

    long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    void empty() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Override
    public void close() throws IOException {
        try {
            // The last process of a killed server may take a moment to let go.
            asRoot("umount --lazy '" + folder + "'");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean asRoot(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command + " || sudo -n " + command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
