package dk.effektspor.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * An invented city of a hundred thousand events, and ten times that: the import, the rebuild of all views beside a bare
 * read of the same events, what reads take, and whether any of it costs more as history grows.
 */
final class City {

    /** Gives a little more than a hundred thousand events. */
    private static final int CITIZENS = 1_650;

    private static final int COPIES = 9;

    /** The invented city lived the years on both sides of it; all its events are recorded while they are imported. */
    private static final LocalDate MIDDLE = LocalDate.of(2023, 7, 1);

    private static final int DAYS = 300;
    private static final String SIZE = "What";
    private static final List<String> VIEWS = List.of("case-view", "timeline-view", "effect-view");

    private final Bench.Effort effort;
    private final boolean million;
    /** By what was measured, a cell for each size. */
    private final Map<String, List<String>> table = new LinkedHashMap<>();

    private Instant importedFrom = Instant.EPOCH;
    private Instant importedUntil = Instant.EPOCH;

    City(Bench.Effort effort, boolean million) {
        this.effort = effort;
        this.million = million;
    }

    void run(Path data) throws Exception {
        Path file = generated(data.resolveSibling("city.ndjson"), effort);
        try (Server server = Server.start(data).awaitReady();
                Database database = new Database(server.databaseUrl())) {
            importedFrom = Instant.now();
            imported(server, file);
            importedUntil = Instant.now();
            CaseBook cases = new CaseBook(server);
            Map<Integer, String> longCases = new TreeMap<>();
            for (int length : effort.isTrial() ? new int[] {20, 60} : new int[] {250, 2_000}) {
                longCases.put(length, caseOf(cases, length));
            }
            cases.open(60);
            measured(server, database, cases, longCases);
            if (million) {
                long events = database.events();
                for (int copy = 1; copy <= COPIES; copy++) {
                    database.copy(events, copy);
                    System.out.println("copy " + copy + " of " + COPIES);
                }
                server.awaitNoLag();
                measured(server, database, cases, longCases);
            }
        }
        tell();
    }

    private void tell() {
        System.out.println();
        table.forEach((what, cells) -> {
            System.out.println("| " + what + " | " + String.join(" | ", cells) + " |");
            if (what.equals(SIZE)) {
                System.out.println("|---".repeat(1 + cells.size()) + "|");
            }
        });
        System.out.println();
    }

    /** Said as soon as it is known, and once more in the table. */
    private void told(String what, String form, Object... figures) {
        String cell = String.format(Locale.ROOT, form, figures);
        System.out.println(what + ": " + cell);
        table.computeIfAbsent(what, w -> new ArrayList<>()).add(cell);
    }

    /** The invented city as a file to import. */
    static Path generated(Path file, Bench.Effort effort) throws IOException, InterruptedException {
        int citizens = effort.isTrial() ? 20 : CITIZENS;
        Process generate = Server.program(
                        "dk.effektspor.demo.Generate",
                        "--citizens",
                        Integer.toString(citizens),
                        "--seed",
                        "1",
                        "--out",
                        file.toString())
                .start();
        if (!generate.waitFor(5, TimeUnit.MINUTES) || generate.exitValue() != 0) {
            throw new IllegalStateException("The city was not generated");
        }
        return file;
    }

    /** Imports the file and returns when every view has taken it in. */
    static void imported(Server server, Path file) throws Exception {
        long lines;
        try (var all = Files.lines(file)) {
            lines = all.count();
        }
        long from = System.nanoTime();
        HttpResponse<String> answer = server.importing(file, "bench").get(30, TimeUnit.MINUTES);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The city was not imported: " + answer.statusCode() + " " + answer.body());
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        server.awaitNoLag();
        System.out.printf(Locale.ROOT, "import: %d lines, %.0f lines/s, views following%n", lines, lines / seconds);
    }

    /** A case with so many events; its address. */
    static String caseOf(CaseBook cases, int events) throws Exception {
        String address = cases.open();
        for (int i = 1; i < events; i++) {
            cases.note(address, i);
        }
        return address;
    }

    private void measured(Server server, Database database, CaseBook cases, Map<Integer, String> longCases)
            throws Exception {
        long events = database.events();
        System.out.println();
        told(SIZE, "at %d events", events);
        rebuilds(server, events);
        appends(server, cases);
        int turns = effort.isTrial() ? 10 : 300;
        for (Map.Entry<Integer, String> longCase : longCases.entrySet()) {
            String timeline = longCase.getValue() + "/timeline?limit=50";
            reads("timeline of %d events".formatted(longCase.getKey()), server, timeline, Server.CASEWORKER, 3 * turns);
        }
        reads("change by unit", server, "/api/v1/effects/change?by=unit", Server.ANALYST, turns);
        // A second each, once there are a million events.
        int few = Math.max(10, turns / 5);
        reads("change by unit as of a past date pair", server, this::ofDatePair, Server.AUDITOR, few);
        reads("change by unit as true on a past date, guarded", server, City::ofDate, Server.ANALYST, few);
        told("bytes an event, with its indexes", "%.0f", database.bytesPerEvent());
        told("resident, of Java with the embedded read store", "%d MiB", server.residentMebibytes());
    }

    private void rebuilds(Server server, long events) throws Exception {
        List<Double> rebuilds = new ArrayList<>();
        List<Double> reads = new ArrayList<>();
        try (BareRead bare = new BareRead(server.databaseUrl())) {
            bare.perSecond();
            WarmUp.again(server, effort, turn -> rebuild(server, events));
            int rounds = Math.min(3, effort.rounds());
            for (int round = 0; round < rounds; round++) {
                reads.add(bare.perSecond());
                rebuilds.add(rebuild(server, events));
            }
        }
        double rebuild = Figures.median(rebuilds, r -> r);
        double read = Figures.median(reads, r -> r);
        told("rebuild of all three views", "%.0f events/s", rebuild);
        told("bare read with parsing; ratio of the rebuild", "%.0f events/s; %.2f", read, rebuild / read);
    }

    private static double rebuild(Server server, long events) throws Exception {
        long from = System.nanoTime();
        for (String view : VIEWS) {
            HttpResponse<String> answer =
                    server.postAs(Server.OPERATOR, "/api/v1/operations/projections/" + view + "/rebuild", "");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No rebuild: " + answer.statusCode() + " " + answer.body());
            }
        }
        server.awaitNoLag();
        return events / ((System.nanoTime() - from) / 1e9);
    }

    /** Whether a command costs more as history grows. */
    private void appends(Server server, CaseBook cases) throws Exception {
        List<Tally> slices = new ArrayList<>();
        try (LightClient client = new LightClient(server.port, cases::request)) {
            client.closed(8, effort.seconds() * 3);
            for (int round = 0; round < effort.rounds(); round++) {
                slices.add(client.closed(8, effort.seconds()));
            }
        }
        told(
                "commands of 8 clients",
                "%.0f/s, p50 %.2f ms, p99 %.2f ms",
                Figures.median(slices, Tally::acceptedPerSecond),
                Figures.median(slices, t -> t.acceptedMillis(0.50)),
                Figures.median(slices, t -> t.acceptedMillis(0.99)));
        server.awaitNoLag();
    }

    /** Another pair each time, so that no answer is of use to the next. */
    private String ofDatePair(int turn) {
        Duration importing = Duration.between(importedFrom, importedUntil);
        Instant knownAt =
                importedFrom.plus(importing.multipliedBy(50 + turn % 50).dividedBy(100));
        return ofDate(turn) + "&knownAt=" + knownAt;
    }

    private static String ofDate(int turn) {
        return "/api/v1/effects/change?by=unit&validAt=" + MIDDLE.plusDays(turn % DAYS);
    }

    private void reads(String what, Server server, String path, String user, int turns) throws Exception {
        reads(what, server, turn -> path, user, turns);
    }

    private void reads(String what, Server server, IntFunction<String> paths, String user, int turns) throws Exception {
        Figures.Act read = turn -> server.read(paths.apply(turn), user);
        WarmUp.again(server, effort, read);
        double[] times = Figures.times(turns, read);
        told(what, "p50 %.1f ms, p99 %.1f ms", Figures.at(times, 0.5), Figures.at(times, 0.99));
    }
}
