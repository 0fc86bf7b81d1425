package dk.effektspor.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code ./effektspor bench [commands] [city] [million] [overload] [ledger] [bundle] [audit] [rounds seconds]}: what the service does, beside what the same
 * database does bare, in the same run, interleaved, after a warm-up. Without the name of a part the first two are
 * measured, which takes about ten minutes; {@code million}, {@code overload}, {@code ledger},
 * {@code bundle} and {@code audit} take some more.
 */
public final class Bench {

    private static final List<String> PARTS =
            List.of("commands", "city", "million", "overload", "ledger", "bundle", "audit");
    private static final int ROUNDS = 5;
    private static final double SECONDS = 4;

    private Bench() {}

    /** Runs what is named. */
    public static void main(String[] args) throws Exception {
        List<String> parts = Stream.of(args).filter(arg -> !isNumber(arg)).toList();
        if (!PARTS.containsAll(parts)) {
            System.err.println("There is no such measurement; there are " + PARTS);
            System.exit(2);
        }
        List<String> numbers = Stream.of(args).filter(Bench::isNumber).toList();
        Effort effort = new Effort(
                numbers.isEmpty() ? ROUNDS : Integer.parseInt(numbers.get(0)),
                numbers.size() < 2 ? SECONDS : Double.parseDouble(numbers.get(1)));
        Path data = Files.createTempDirectory("effektspor-bench");
        try {
            tellMachine();
            if (parts.isEmpty() || parts.contains("commands")) {
                new Commands(effort).run(data.resolve("commands"));
            }
            if (parts.contains("overload")) {
                new Overload(effort).run(data.resolve("overload"));
            }
            if (parts.contains("bundle")) {
                new Bundles(effort).run(data.resolve("bundle"));
            }
            if (parts.isEmpty() || parts.contains("city") || parts.contains("million")) {
                new City(effort, parts.contains("million")).run(data.resolve("city"));
            }
            if (parts.contains("ledger")) {
                new LedgerCost(effort).run(data.resolve("ledger"));
            }
            if (parts.contains("audit")) {
                new Audit(effort).run(data.resolve("audit"));
            }
            tellMachine();
        } finally {
            delete(data);
        }
    }

    /**
     * How much is measured.
     *
     * @param seconds of each measurement
     */
    record Effort(int rounds, double seconds) {

        /** Whether it is only to be seen that everything runs. */
        boolean isTrial() {
            return seconds < 1;
        }
    }

    private static boolean isNumber(String argument) {
        return Character.isDigit(argument.charAt(0));
    }

    private static void tellMachine() {
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s, %d processors, load %.2f%n",
                Instant.now(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void delete(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        }
    }
}
