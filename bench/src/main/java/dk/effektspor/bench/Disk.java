package dk.effektspor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long the disk takes to keep eight kilobytes, as a commit has it do, while nobody else asks anything of it: no command
 * is acknowledged sooner, and a disk shared with other machines stands still when they want it to.
 */
final class Disk {

    private static final int BYTES = 8 << 10;
    private static final int FILE = 16 << 20;
    private static final double STANDSTILL_MILLIS = 8;

    private Disk() {}

    /** Tells what a few seconds of it came to. */
    static void tell(Path folder, double seconds) throws Exception {
        Path file = Files.createTempFile(folder, "disk", null);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, ByteBuffer.allocate(FILE), 0);
            Load syncs = Load.run(
                    1, seconds, (client, turn) -> write(channel, ByteBuffer.allocate(BYTES), turn * BYTES % FILE));
            double stoodStill = Arrays.stream(syncs.nanos())
                    .mapToDouble(nanos -> nanos / 1e6)
                    .filter(millis -> millis > STANDSTILL_MILLIS)
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "the disk: 8 KB are durable after %.2f ms (p50), %.2f ms (p99), %.0f ms at the most; more than %.0f ms took"
                            + " %.1f %% of the time%n",
                    syncs.millis(0.5),
                    syncs.millis(0.99),
                    syncs.millis(1),
                    STANDSTILL_MILLIS,
                    stoodStill / (10 * seconds));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        channel.write(bytes, at);
        channel.force(false);
    }
}
