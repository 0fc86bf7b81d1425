package dk.effektspor.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * {@code ./effektspor bench}: start-up, durable commands a second through HTTP and the rebuild of the views, beside a bare
 * insert into the same database, interleaved with it after a warm-up. Takes about two minutes.
 */
public final class Bench {

    private static final int[] CLIENTS = {1, 32};
    private static final int ROUNDS = 5;
    private static final double SECONDS = 4;
    private static final int NOTES_IN_A_CASE = 250;
    private static final AtomicInteger NEXT_CASE = new AtomicInteger(1_000);

    private final Path data;
    private final int rounds;
    private final double seconds;

    private Bench(Path data, int rounds, double seconds) {
        this.data = data;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /**
     * Runs everything.
     *
     * @param args rounds and seconds a measurement, if others than 5 and 4
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : SECONDS;
        Path data = Files.createTempDirectory("effektspor-bench");
        try {
            new Bench(data, rounds, seconds).run();
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
            }
        }
    }

    private void run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s, %d processors, load %.2f%n",
                Instant.now(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        List<List<Load>> http = List.of(new ArrayList<>(), new ArrayList<>());
        List<List<Load>> bare = List.of(new ArrayList<>(), new ArrayList<>());
        long events;
        double bytesPerEvent;
        long resident;
        try (Server server = Server.start(data).awaitReady()) {
            System.out.printf(Locale.ROOT, "first start, to ready: %.1f s%n", server.secondsSinceStart());
            List<String> cases = openCases(server, CLIENTS[CLIENTS.length - 1]);
            String url = "jdbc:postgresql://127.0.0.1:" + server.postgresPort() + "/postgres?user=effektspor&password="
                    + Files.readString(data.resolve("postgres-password")).strip();
            note(server, cases, 0, 0);
            try (BareInsert inserts = new BareInsert(url, CLIENTS[CLIENTS.length - 1])) {
                System.out.println("warming up …");
                Load.run(8, 3 * seconds, (client, turn) -> note(server, cases, client, turn));
                Load.run(8, seconds, (client, turn) -> inserts.once(client));
                for (int round = 0; round < rounds; round++) {
                    for (int i = 0; i < CLIENTS.length; i++) {
                        http.get(i)
                                .add(Load.run(
                                        CLIENTS[i], seconds, (client, turn) -> note(server, cases, client, turn)));
                        bare.get(i).add(Load.run(CLIENTS[i], seconds, (client, turn) -> inserts.once(client)));
                    }
                    System.out.println("round " + (round + 1) + " of " + rounds);
                }
            }
            resident = server.residentMebibytes();
            try (Connection connection = DriverManager.getConnection(url)) {
                events = number(connection, "select count(*) from event");
                bytesPerEvent = number(connection, "select pg_total_relation_size('event')") / (double) events;
            }
        }
        System.out.println();
        System.out.println("| clients | commands/s (HTTP) | p50 ms | p99 ms | bare inserts/s | ratio |");
        System.out.println("|---|---|---|---|---|---|");
        for (int i = 0; i < CLIENTS.length; i++) {
            double commands = median(http.get(i), Load::perSecond);
            double yardstick = median(bare.get(i), Load::perSecond);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.2f | %.2f | %.0f | %.2f |%n",
                    CLIENTS[i],
                    commands,
                    median(http.get(i), Load::p50Millis),
                    median(http.get(i), Load::p99Millis),
                    yardstick,
                    commands / yardstick);
        }
        System.out.printf(
                Locale.ROOT, "%n%d events, %.0f bytes an event, resident %d MiB%n", events, bytesPerEvent, resident);
        secondStart(events);
    }

    private void secondStart(long events) throws Exception {
        try (Server server = Server.start(data).awaitReady()) {
            double ready = server.secondsSinceStart();
            openCase(server, 999_999);
            double accepted = server.secondsSinceStart();
            server.awaitViews();
            double views = server.secondsSinceStart();
            System.out.printf(
                    Locale.ROOT,
                    "second start: ready %.1f s, first accepted command %.1f s%nall views rebuilt from %d events %.1f s"
                            + " after ready: at least %.0f events/s for three views together%n",
                    ready,
                    accepted,
                    events,
                    views - ready,
                    events / Math.max(0.001, views - ready));
        }
    }

    private static List<String> openCases(Server server, int count) throws IOException, InterruptedException {
        List<String> locations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            locations.add(openCase(server, i + 1));
        }
        return new CopyOnWriteArrayList<>(locations);
    }

    private static String openCase(Server server, int number) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.post(
                "/api/v1/cases",
                String.format(
                        Locale.ROOT,
                        "{\"cpr\":\"71%02d%02d-%04d\",\"name\":\"Opdigtet Borger\",\"targetGroup\":\"UBU-6-12\","
                                + "\"unit\":\"BBU-NOERREBRO\",\"caseworker\":\"sagsbehandler\","
                                + "\"caseNumber\":\"2026-%07d\",\"effectiveOn\":\"2026-01-05\"}",
                        1 + number % 12,
                        10 + number % 10,
                        5000 + number % 4000,
                        number));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("A case was not opened: " + answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static void note(Server server, List<String> cases, int client, long turn)
            throws IOException, InterruptedException {
        // A new case now and then: streams of a normal length, not one that grows without end.
        if (turn > 0 && turn % NOTES_IN_A_CASE == 0) {
            cases.set(client, openCase(server, NEXT_CASE.incrementAndGet()));
        }
        String location = cases.get(client);
        HttpResponse<String> answer = server.post(
                location + "/notes",
                "{\"text\":\"Opdigtet notat nr. " + turn + " om en samtale i hjemmet, som gik godt.\","
                        + "\"effectiveOn\":\"2026-02-03\"}");
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("A note was not accepted: " + answer.statusCode() + " " + answer.body());
        }
    }

    private static double median(List<Load> loads, ToDoubleFunction<Load> figure) {
        double[] sorted = loads.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
