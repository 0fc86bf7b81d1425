package dk.effektspor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether anything costs more as history grows: appending, reading a page of the log and the timeline of a case, at a
 * hundred thousand events and at three million, after the same warm-up and beside the same yardsticks.
 */
final class History {

    private static final int COPIES = 29;
    private static final int CLIENTS = 8;
    private static final int CASES = 60;

    /** The embedded read store keeps the views of three million events in the heap. */
    private static final String HEAP = "-Xmx7g";

    private final Bench.Effort effort;

    History(Bench.Effort effort) {
        this.effort = effort;
    }

    /** What was measured at one size. */
    private record At(
            long events,
            double commands,
            double bare,
            double page,
            double timeline,
            double slowTimeline,
            long resident) {}

    void run(Path data) throws Exception {
        Path file = City.generated(data.resolveSibling("history.ndjson"), effort);
        List<String> java = new ArrayList<>(Server.JAVA);
        java.add(HEAP);
        try (Server server = Server.start(data, java, List.of()).awaitReady();
                Database database = new Database(server.databaseUrl())) {
            City.imported(server, file);
            CaseBook cases = new CaseBook(server);
            String timeline = City.caseOf(cases, effort.isTrial() ? 20 : 250) + "/timeline?limit=50";
            cases.open(CASES);
            try (LightClient client = new LightClient(server.port, cases::request)) {
                WarmUp.until(server, client, CLIENTS, effort);
            }
            Figures.times(effort.isTrial() ? 10 : 2_000, turn -> read(server, timeline));
            At little = measured(server, database, cases, timeline);
            grown(server, database);
            At much = measured(server, database, cases, timeline);
            tell(little, much);
        }
    }

    private void grown(Server server, Database database) throws Exception {
        long events = database.events();
        int copies = effort.isTrial() ? 1 : COPIES;
        long from = System.nanoTime();
        for (int copy = 1; copy <= copies; copy++) {
            database.copy(events, copy);
            System.out.println("copy " + copy + " of " + copies);
            // One copy after the other, or the views would be far behind for long.
            server.awaitNoLag();
        }
        System.out.printf(
                Locale.ROOT,
                "copied, and followed by the views, at %.0f events/s%n",
                copies * events / ((System.nanoTime() - from) / 1e9));
    }

    private At measured(Server server, Database database, CaseBook cases, String timeline) throws Exception {
        List<Tally> commands = new ArrayList<>();
        List<Load> bare = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        double[] times;
        try (LightClient client = new LightClient(server.port, cases::request);
                BareInsert inserts = new BareInsert(server.databaseUrl(), CLIENTS);
                BareRead read = new BareRead(server.databaseUrl())) {
            read.perSecond();
            for (int round = 0; round < effort.rounds(); round++) {
                commands.add(client.closed(CLIENTS, effort.seconds()));
                bare.add(Load.run(CLIENTS, effort.seconds(), (c, turn) -> inserts.once(c)));
                server.awaitNoLag();
                pages.add(1_000 * 1_000 / read.perSecond());
            }
            times = Figures.times(effort.isTrial() ? 10 : 500, turn -> read(server, timeline));
        }
        return new At(
                database.events(),
                Figures.median(commands, Tally::acceptedPerSecond),
                Figures.median(bare, Load::perSecond),
                Figures.median(pages, millis -> millis),
                Figures.at(times, 0.5),
                Figures.at(times, 0.99),
                server.residentMebibytes());
    }

    private static void read(Server server, String path) throws Exception {
        int status = server.get(path).statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " answered " + status);
        }
    }

    private static void tell(At little, At much) {
        System.out.printf(
                Locale.ROOT,
                "%n| What | at %d events | at %d | ratio |%n|---|---|---|---|%n",
                little.events,
                much.events);
        row(
                "commands of 8 clients, as a part of the bare inserts",
                "%.3f",
                little.commands / little.bare,
                much.commands / much.bare);
        row("commands of 8 clients, a second", "%.0f", little.commands, much.commands);
        row("bare inserts of 8 clients, a second", "%.0f", little.bare, much.bare);
        row("a page of a thousand events, of all read by key and parsed, ms", "%.2f", little.page, much.page);
        row("timeline of 250 events, p50 ms", "%.1f", little.timeline, much.timeline);
        row("timeline of 250 events, p99 ms", "%.1f", little.slowTimeline, much.slowTimeline);
        row("resident, MiB", "%.0f", little.resident, much.resident);
        System.out.println();
    }

    private static void row(String what, String form, double little, double much) {
        System.out.printf(
                Locale.ROOT, "| " + what + " | " + form + " | " + form + " | %.2f |%n", little, much, much / little);
    }
}
