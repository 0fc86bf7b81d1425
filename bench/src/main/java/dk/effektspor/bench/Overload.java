package dk.effektspor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds what 32 clients get through at most, then offers three times that whatever becomes of it, and tells how long the
 * accepted commands took and how many were turned away.
 */
final class Overload {

    private static final int CLIENTS = 32;
    private static final int TIMES = 3;
    private static final int CASES = 400;
    private static final double SETTLED = 1.5;

    private final Bench.Effort effort;

    Overload(Bench.Effort effort) {
        this.effort = effort;
    }

    void run(Path data) throws Exception {
        List<Tally> atCapacity = new ArrayList<>();
        List<Tally> over = new ArrayList<>();
        try (Server server = Server.start(data).awaitReady()) {
            CaseBook cases = new CaseBook(server);
            cases.open(CASES);
            try (LightClient client = new LightClient(server.port, cases::request)) {
                WarmUp.until(server, client, CLIENTS, effort);
                double most = client.closed(CLIENTS, effort.seconds()).acceptedPerSecond();
                WarmUp.again(server, effort, turn -> client.open(TIMES * most, effort.seconds()));
                for (int round = 0; round < effort.rounds(); round++) {
                    Database.checkpoint(server.databaseUrl());
                    // Each measurement begins with the views caught up: they share the processors.
                    server.awaitViews();
                    // Until what was turned away in the last round is forgotten.
                    client.closed(CLIENTS, effort.isTrial() ? effort.seconds() : SETTLED);
                    Tally capacity = client.closed(CLIENTS, effort.seconds());
                    atCapacity.add(capacity);
                    server.awaitViews();
                    over.add(client.open(TIMES * capacity.acceptedPerSecond(), effort.seconds()));
                }
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
                Figures.median(over, t -> t.acceptedMillis(0.99))
                        / Figures.median(atCapacity, t -> t.acceptedMillis(0.99)),
                effort.rounds(),
                effort.seconds(),
                Stream.concat(atCapacity.stream(), over.stream())
                        .mapToInt(Tally::amiss)
                        .sum());
    }

    private static void row(String what, List<Tally> tallies) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f %% | %.1f | %.1f | %s |%n",
                what,
                Figures.median(tallies, Tally::offeredPerSecond),
                Figures.median(tallies, Tally::acceptedPerSecond),
                100 * Figures.median(tallies, Tally::shedShare),
                Figures.median(tallies, t -> t.acceptedMillis(0.50)),
                Figures.median(tallies, t -> t.acceptedMillis(0.99)),
                Figures.median(tallies, Tally::shedShare) == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.1f", Figures.median(tallies, t -> t.shedMillis(0.99))));
    }
}
