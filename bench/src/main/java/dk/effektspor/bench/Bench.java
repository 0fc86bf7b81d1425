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
 * {@code ./effektspor bench [commands] [alone] [city] [million] [history] [overload] [ledger] [bundle] [audit] [all] [rounds seconds]}:
 * what the service does, beside what the same database does bare, in the same run, interleaved, after a warm-up. Without the name
 * of a part commands, city and million are measured, which takes about half an hour, and it is said which were not; {@code all} takes about
 * an hour and a half.
 */
public final class Bench {

    private static final List<String> PARTS =
            List.of("commands", "alone", "city", "million", "history", "overload", "ledger", "bundle", "audit");
    private static final List<String> USUAL = List.of("commands", "city", "million");
    private static final String ALL = "all";
    private static final int ROUNDS = 5;
    private static final double SECONDS = 4;

    private Bench() {}

    /** Runs what is named. */
    public static void main(String[] args) throws Exception {
        List<String> named = Stream.of(args).filter(arg -> !isNumber(arg)).toList();
        List<String> parts = named.isEmpty() ? USUAL : named.equals(List.of(ALL)) ? PARTS : named;
        if (!PARTS.containsAll(parts)) {
            System.err.println("There is no such measurement; there are " + PARTS + " and " + ALL);
            System.exit(2);
        }
        List<String> numbers = Stream.of(args).filter(Bench::isNumber).toList();
        Effort effort = new Effort(
                numbers.isEmpty() ? ROUNDS : Integer.parseInt(numbers.get(0)),
                numbers.size() < 2 ? SECONDS : Double.parseDouble(numbers.get(1)));
        Path data = Files.createTempDirectory("effektspor-bench");
        try {
            tellMachine(data, effort);
            if (parts.contains("commands")) {
                new Commands(effort).run(data.resolve("commands"));
            }
            if (parts.contains("alone")) {
                new Commands(effort).runAlone(data.resolve("alone"));
            }
            if (parts.contains("overload")) {
                new Overload(effort).run(data.resolve("overload"));
            }
            if (parts.contains("bundle")) {
                new Bundles(effort).run(data.resolve("bundle"));
            }
            if (parts.contains("city") || parts.contains("million")) {
                new City(effort, parts.contains("million")).run(data.resolve("city"));
            }
            if (parts.contains("history")) {
                new History(effort).run(data.resolve("history"));
            }
            if (parts.contains("ledger")) {
                new LedgerCost(effort).run(data.resolve("ledger"));
            }
            if (parts.contains("audit")) {
                new Audit(effort).run(data.resolve("audit"));
            }
            tellMachine(data, effort);
            PARTS.stream()
                    .filter(part -> !parts.contains(part))
                    .reduce((one, next) -> one + ", " + next)
                    .ifPresent(rest -> System.out.println("Not measured, for it was not asked for: " + rest));
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

    private static void tellMachine(Path data, Effort effort) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s, %d processors, load %.2f%n",
                Instant.now(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Disk.tell(data, 2 * effort.seconds());
    }

    private static void delete(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        }
    }
}
