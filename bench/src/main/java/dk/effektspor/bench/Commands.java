package dk.effektspor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Start-up, and durable commands a second through HTTP beside a bare insert into the same database, with the views
 * following.
 */
final class Commands {

    private static final int[] CLIENTS = {1, 8, 32};
    private static final int MOST = 32;

    /** Cases of a normal length: no stream grows without end while the notes are spread over so many. */
    private static final int CASES = 600;

    private final Bench.Effort effort;

    Commands(Bench.Effort effort) {
        this.effort = effort;
    }

    void run(Path data) throws Exception {
        try (Server server = Server.start(data).awaitReady()) {
            System.out.printf(Locale.ROOT, "first start, to ready: %.1f s%n", server.secondsSinceStart());
            CaseBook cases = besideBare(server);
            readYourWrite(server, cases);
            tellSize(server);
        }
        secondStart(data);
    }

    /**
     * The same commands to the command side in a process of its own, while nobody follows the log: what is left for them where
     * the views and the ledger are made on another machine.
     */
    void runAlone(Path data) throws Exception {
        try (Server server = Server.startCommandSide(data).awaitReady()) {
            System.out.println("the command side alone:");
            besideBare(server);
        }
    }

    /** Opens the cases that the notes are for, and gives them. */
    private CaseBook besideBare(Server server) throws Exception {
        CaseBook cases = new CaseBook(server);
        cases.open(effort.isTrial() ? MOST : CASES);
        cases.note(cases.open(), 0);
        try (LightClient client = new LightClient(server.port, cases::request);
                BareInsert inserts = new BareInsert(server.databaseUrl(), MOST)) {
            Load.run(8, effort.seconds(), (c, turn) -> inserts.once(c));
            WarmUp.until(server, client, MOST, effort);
            interleaved(server, client, inserts);
        }
        return cases;
    }

    private void interleaved(Server server, LightClient client, BareInsert inserts) throws Exception {
        List<Comparison> comparisons =
                IntStream.of(CLIENTS).mapToObj(Comparison::new).toList();
        for (int round = 1; round <= effort.rounds(); round++) {
            Database.checkpoint(server.databaseUrl());
            for (Comparison comparison : comparisons) {
                int clients = comparison.clients;
                comparison.http.add(client.closed(clients, effort.seconds()));
                comparison.bare.add(Load.run(clients, effort.seconds(), (c, turn) -> inserts.once(c)));
            }
            System.out.println("round " + round + " of " + effort.rounds());
        }
        System.out.println();
        System.out.println(
                "| clients | commands/s (HTTP) | p50 ms | p99 ms | bare inserts/s | their p99 ms | ratio | amiss |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        comparisons.forEach(Comparison::tell);
        System.out.println();
    }

    /** The same number of clients through HTTP and bare, round after round. */
    private static final class Comparison {

        private final int clients;
        private final List<Tally> http = new ArrayList<>();
        private final List<Load> bare = new ArrayList<>();

        Comparison(int clients) {
            this.clients = clients;
        }

        void tell() {
            double commands = Figures.median(http, Tally::acceptedPerSecond);
            double yardstick = Figures.median(bare, Load::perSecond);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.2f | %.2f | %.0f | %.2f | %.2f | %d |%n",
                    clients,
                    commands,
                    Figures.median(http, t -> t.acceptedMillis(0.50)),
                    Figures.median(http, t -> t.acceptedMillis(0.99)),
                    yardstick,
                    Figures.median(bare, l -> l.millis(0.99)),
                    commands / yardstick,
                    http.stream().mapToInt(Tally::amiss).sum());
        }
    }

    /** From the answer to a write to the answer to a read that asks for it. */
    private void readYourWrite(Server server, CaseBook cases) throws Exception {
        String address = cases.open();
        int turns = effort.isTrial() ? 20 : 300;
        double[] idle = delays(server, cases, address, turns);
        double[] busy;
        try (LightClient client = new LightClient(server.port, cases::request)) {
            Thread others = new Thread(() -> {
                try {
                    client.closed(8, effort.seconds() * 3);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            others.start();
            busy = delays(server, cases, cases.open(), turns);
            others.join();
        }
        System.out.printf(
                Locale.ROOT,
                "read your write: p50 %.1f ms, p99 %.1f ms; while 8 clients write p50 %.1f ms, p99 %.1f ms%n",
                Figures.at(idle, 0.5),
                Figures.at(idle, 0.99),
                Figures.at(busy, 0.5),
                Figures.at(busy, 0.99));
    }

    private static double[] delays(Server server, CaseBook cases, String address, int turns) throws Exception {
        double[] millis = new double[turns];
        for (int i = 0; i < turns; i++) {
            long version = cases.note(address, i);
            long before = System.nanoTime();
            int status = server.get(address + "?atLeast=" + version).statusCode();
            millis[i] = (System.nanoTime() - before) / 1e6;
            if (status != 200) {
                throw new IllegalStateException("A write could not be read back: " + status);
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private static void tellSize(Server server) throws Exception {
        try (Database database = new Database(server.databaseUrl())) {
            System.out.printf(
                    Locale.ROOT,
                    "%d events, %.0f bytes an event, resident %d MiB%n",
                    database.events(),
                    database.bytesPerEvent(),
                    server.residentMebibytes());
        }
    }

    private static void secondStart(Path data) throws Exception {
        try (Server server = Server.start(data).awaitReady()) {
            double ready = server.secondsSinceStart();
            // A number that no case of the first start has.
            CaseBook cases = new CaseBook(server);
            cases.skip(CASES + 10);
            cases.open();
            System.out.printf(
                    Locale.ROOT,
                    "second start: ready %.1f s, first accepted command %.1f s%n%n",
                    ready,
                    server.secondsSinceStart());
        }
    }
}
