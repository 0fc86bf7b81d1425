package dk.effektspor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether anything costs more as history grows: appending, reading a page of the log and the timeline of a case, at a
 * hundred thousand events and at three million: two servers side by side, asked in turn, after the same warm-up and beside the
 * same yardsticks.
 */
final class History {

    private static final int COPIES = 28;
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
        try (Side little = new Side(data.resolve("little"), file);
                Side much = new Side(data.resolve("much"), file)) {
            much.grow();
            little.warmUp();
            much.warmUp();
            // In turn, so that what else the machine does comes to both.
            for (int round = 0; round < effort.rounds(); round++) {
                little.measure();
                much.measure();
            }
            List<double[]> timelines =
                    Figures.inTurn(effort.isTrial() ? 10 : 1_000, List.of(little::readTimeline, much::readTimeline));
            tell(little.at(timelines.get(0)), much.at(timelines.get(1)));
        }
    }

    /** A server with a history of one size, and what was measured of it. */
    private final class Side implements AutoCloseable {

        private final Server server;
        private final Database database;
        private final CaseBook cases;
        private final long imported;
        private final String timeline;
        private final BareInsert inserts;
        private final BareRead read;
        private final List<Tally> commands = new ArrayList<>();
        private final List<Load> bare = new ArrayList<>();
        private final List<Double> pages = new ArrayList<>();

        Side(Path data, Path city) throws Exception {
            List<String> java = new ArrayList<>(Server.JAVA);
            java.add(HEAP);
            server = Server.start(data, java, List.of()).awaitReady();
            database = new Database(server.databaseUrl());
            City.imported(server, city);
            imported = database.events();
            cases = new CaseBook(server);
            timeline = City.caseOf(cases, effort.isTrial() ? 20 : 250) + "/timeline?limit=50";
            cases.open(CASES);
            inserts = new BareInsert(server.databaseUrl(), CLIENTS);
            read = new BareRead(server.databaseUrl());
        }

        void grow() throws Exception {
            int copies = effort.isTrial() ? 1 : COPIES;
            long from = System.nanoTime();
            for (int copy = 1; copy <= copies; copy++) {
                database.copy(imported, copy);
                System.out.println("copy " + copy + " of " + copies);
                // One copy after the other, or the views would be far behind for long.
                server.awaitNoLag();
            }
            System.out.printf(
                    Locale.ROOT,
                    "copied, and followed by the views, at %.0f events/s%n",
                    copies * imported / ((System.nanoTime() - from) / 1e9));
        }

        void warmUp() throws Exception {
            try (LightClient client = client()) {
                WarmUp.until(server, client, CLIENTS, effort);
            }
            WarmUp.again(server, effort, this::readTimeline);
            read.perSecond();
            server.awaitNoLag();
        }

        void measure() throws Exception {
            try (LightClient client = client()) {
                commands.add(client.closed(CLIENTS, effort.seconds()));
            }
            bare.add(Load.run(CLIENTS, effort.seconds(), (c, turn) -> inserts.once(c)));
            server.awaitNoLag();
            pages.add(1_000 * 1_000 / read.perSecond());
        }

        /** A server closes a connection that is idle while the other server is asked. */
        private LightClient client() throws Exception {
            return new LightClient(server.port, cases::request);
        }

        void readTimeline(int turn) throws Exception {
            server.read(timeline, Server.CASEWORKER);
        }

        At at(double[] timelines) throws Exception {
            return new At(
                    database.events(),
                    Figures.median(commands, Tally::acceptedPerSecond),
                    Figures.median(bare, Load::perSecond),
                    Figures.median(pages, millis -> millis),
                    Figures.at(timelines, 0.5),
                    Figures.at(timelines, 0.99),
                    server.residentMebibytes());
        }

        @Override
        public void close() throws Exception {
            read.close();
            inserts.close();
            database.close();
            server.close();
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
