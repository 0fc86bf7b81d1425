package dk.effektspor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * {@code ./effektspor bench overload}: finds what 32 clients get through at most, then offers three times that whatever
 * becomes of it, and tells how long the accepted commands took and how many were turned away. Takes about two minutes.
 */
public final class Overload {

    private static final int CLIENTS = 32;
    private static final int TIMES = 3;
    private static final int CASES = 400;
    private static final int ROUNDS = 5;
    private static final double SECONDS = 8;

    private final int rounds;
    private final double seconds;

    private Overload(int rounds, double seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /**
     * Runs everything.
     *
     * @param args rounds and seconds a measurement, if others than 5 and 8
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : SECONDS;
        Path data = Files.createTempDirectory("effektspor-overload");
        try (Server server = Server.start(data).awaitReady()) {
            new Overload(rounds, seconds).run(server);
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
            }
        }
    }

    private void run(Server server) throws Exception {
        tellLoad("before");
        byte[][] notes = notes(server);
        List<Tally> atCapacity = new ArrayList<>();
        List<Tally> over = new ArrayList<>();
        try (LightClient client = new LightClient(server.port, i -> notes[(int) (i % notes.length)])) {
            System.out.println("warming up …");
            Tally warm = client.closed(CLIENTS, 3 * seconds);
            client.open(TIMES * warm.acceptedPerSecond(), seconds);
            for (int round = 0; round < rounds; round++) {
                // Each measurement begins with the views caught up: they share the processors.
                server.awaitViews();
                Tally capacity = client.closed(CLIENTS, seconds);
                atCapacity.add(capacity);
                server.awaitViews();
                over.add(client.open(TIMES * capacity.acceptedPerSecond(), seconds));
            }
        }
        System.out.println();
        System.out.println("| commands | offered/s | accepted/s | shed | p50 ms | p99 ms | p99 ms of the shed |");
        System.out.println("|---|---|---|---|---|---|---|");
        row("at capacity: " + CLIENTS + " clients", atCapacity);
        row("offered " + TIMES + " times that", over);
        System.out.printf(
                Locale.ROOT,
                "%np99 of the accepted, overload to capacity: %.2f (medians of %d rounds of %.0f s); answered otherwise or not"
                        + " sent: %d%n",
                median(over, t -> t.acceptedMillis(0.99)) / median(atCapacity, t -> t.acceptedMillis(0.99)),
                rounds,
                seconds,
                Stream.concat(atCapacity.stream(), over.stream())
                        .mapToInt(Tally::amiss)
                        .sum());
        tellLoad("after");
    }

    private static void row(String what, List<Tally> tallies) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f %% | %.1f | %.1f | %.1f |%n",
                what,
                median(tallies, Tally::offeredPerSecond),
                median(tallies, Tally::acceptedPerSecond),
                100 * median(tallies, Tally::shedShare),
                median(tallies, t -> t.acceptedMillis(0.50)),
                median(tallies, t -> t.acceptedMillis(0.99)),
                median(tallies, t -> t.shedMillis(0.99)));
    }

    /** A note for each of some hundred cases, so that commands seldom meet in one and no case grows without end. */
    private static byte[][] notes(Server server) throws Exception {
        byte[][] notes = new byte[CASES][];
        for (int i = 0; i < CASES; i++) {
            HttpResponse<String> opened = server.post(
                    "/api/v1/cases",
                    String.format(
                            Locale.ROOT,
                            "{\"cpr\":\"71%02d%02d-%04d\",\"name\":\"Opdigtet Borger\",\"targetGroup\":\"UBU-6-12\","
                                    + "\"unit\":\"BBU-NOERREBRO\",\"caseworker\":\"sagsbehandler\","
                                    + "\"caseNumber\":\"2026-%07d\",\"effectiveOn\":\"2026-01-05\"}",
                            1 + i % 12,
                            10 + i % 10,
                            5000 + i,
                            i + 1));
            if (opened.statusCode() != 201) {
                throw new IllegalStateException("A case was not opened: " + opened.statusCode() + opened.body());
            }
            String location = opened.headers().firstValue("Location").orElseThrow();
            notes[i] = note(server, location.replaceFirst("^https?://[^/]+", ""));
        }
        return notes;
    }

    private static byte[] note(Server server, String location) throws Exception {
        byte[] body =
                "{\"text\":\"Opdigtet notat om en samtale i hjemmet, som gik godt.\",\"effectiveOn\":\"2026-02-03\"}"
                        .getBytes(UTF_8);
        String head = "POST " + location + "/notes HTTP/1.1\r\nHost: 127.0.0.1:" + server.port + "\r\nAuthorization: "
                + server.authorization(Server.CASEWORKER)
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(UTF_8), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        return request;
    }

    private static double median(List<Tally> tallies, ToDoubleFunction<Tally> figure) {
        double[] sorted = tallies.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void tellLoad(String when) {
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s, %d processors, load %s %.2f%n",
                Instant.now(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                when,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
