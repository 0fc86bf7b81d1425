package dk.effektspor.bench;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger costs a command, and what it can do: proofs a second, a check of everything beside a bare read. */
final class LedgerCost {

    private static final int CLIENTS = 32;
    private static final int CASES = 600;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The second compiler takes minutes to come to an end, and never the same in two servers: the ratio would be its. */
    private static final List<String> ONE_COMPILER = List.of("-XX:TieredStopAtLevel=1");

    private final Bench.Effort effort;

    LedgerCost(Bench.Effort effort) {
        this.effort = effort;
    }

    void run(Path data) throws Exception {
        List<String> off = List.of("effektspor.ledger.enabled=false");
        List<String> java = new ArrayList<>(ONE_COMPILER);
        java.addAll(Server.JAVA);
        try (Server with = Server.start(data.resolve("with"), java, List.of()).awaitReady();
                Server without =
                        Server.start(data.resolve("without"), java, off).awaitReady()) {
            cost(with, without);
        }
        try (Server server = Server.start(data.resolve("with")).awaitReady()) {
            filled(server);
            proofs(server);
            check(server);
        }
    }

    /** Two servers that do the same, one after the other, so that both have the whole machine while they are measured. */
    private void cost(Server with, Server without) throws Exception {
        Map<String, List<Tally>> measured = new TreeMap<>();
        CaseBook kept = cases(with);
        CaseBook bare = cases(without);
        warmUp(with, kept);
        warmUp(without, bare);
        try (LightClient ledger = new LightClient(with.port, kept::request);
                LightClient none = new LightClient(without.port, bare::request)) {
            for (int round = 0; round < effort.rounds(); round++) {
                measured.computeIfAbsent("with", k -> new ArrayList<>()).add(ledger.closed(CLIENTS, effort.seconds()));
                fresh(with);
                measured.computeIfAbsent("without", k -> new ArrayList<>()).add(none.closed(CLIENTS, effort.seconds()));
            }
        }
        double kept32 = Figures.median(Objects.requireNonNull(measured.get("with")), Tally::acceptedPerSecond);
        double bare32 = Figures.median(Objects.requireNonNull(measured.get("without")), Tally::acceptedPerSecond);
        System.out.printf(
                Locale.ROOT,
                "commands/s of %d clients: %.0f with the ledger, %.0f without, ratio %.3f%n",
                CLIENTS,
                kept32,
                bare32,
                kept32 / bare32);
    }

    /** Over connections of its own: those that idle while the other server warms up are closed. */
    private void warmUp(Server server, CaseBook cases) throws Exception {
        try (LightClient client = new LightClient(server.port, cases::request)) {
            WarmUp.until(server, client, CLIENTS, effort);
        }
    }

    private CaseBook cases(Server server) throws Exception {
        CaseBook cases = new CaseBook(server);
        cases.open(effort.isTrial() ? CLIENTS : CASES);
        return cases;
    }

    /** Returns when everything stored is in the ledger and signed. */
    private static void fresh(Server server) throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/ledger/checkpoint?fresh=true", Server.OPERATOR);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No checkpoint: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Enough events for the tree to have its height and the check something to read. */
    private void filled(Server server) throws Exception {
        if (effort.isTrial()) {
            return;
        }
        try (Database database = new Database(server.databaseUrl())) {
            long events = database.events();
            for (int copy = 1; database.events() < 300_000; copy++) {
                database.copy(events, copy);
            }
            long from = System.nanoTime();
            long before = status(server).path("size").asLong();
            while (status(server).path("lag").asLong() > 0) {
                Thread.sleep(100);
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "catching up: %.0f events/s into the ledger%n",
                    (database.events() - before) / seconds);
        }
        fresh(server);
        server.awaitNoLag();
    }

    private void proofs(Server server) throws Exception {
        long size = status(server).path("size").asLong();
        List<String> events;
        try (Database database = new Database(server.databaseUrl())) {
            events = database.someEvents(1_000);
            System.out.printf(Locale.ROOT, "the ledger takes %.0f bytes an event%n", database.ledgerBytesPerEvent());
        }
        Load.run(4, effort.seconds(), (client, turn) -> inclusion(server, events, client + turn * 4));
        Load inclusion = Load.run(4, effort.seconds(), (client, turn) -> inclusion(server, events, client + turn * 4));
        Load consistency = Load.run(4, effort.seconds(), (client, turn) -> {
            long from = 1 + (client + turn * 7919) % size;
            expect(server.get("/api/v1/ledger/consistency?from=" + from + "&to=" + size, Server.OPERATOR));
        });
        System.out.printf(
                Locale.ROOT,
                "at %d events, through HTTP, 4 clients: %.0f inclusion proofs/s, %.0f consistency proofs/s%n",
                size,
                inclusion.perSecond(),
                consistency.perSecond());
    }

    private static void inclusion(Server server, List<String> events, long turn) throws Exception {
        expect(server.get(
                "/api/v1/ledger/inclusion?eventId=" + events.get((int) (turn % events.size())), Server.OPERATOR));
    }

    private static void expect(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No proof: " + answer.statusCode() + " " + answer.body());
        }
    }

    private void check(Server server) throws Exception {
        List<Double> checks = new ArrayList<>();
        List<Double> reads = new ArrayList<>();
        try (BareRead bare = new BareRead(server.databaseUrl())) {
            bare.perSecond();
            for (int round = 0; round < Math.min(3, effort.rounds()); round++) {
                reads.add(bare.perSecond());
                checks.add(checked(server));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "full self-check: %.0f events/s; the bare read of the same events, parsed: %.0f events/s%n%n",
                Figures.median(checks, Double::doubleValue),
                Figures.median(reads, Double::doubleValue));
    }

    private static double checked(Server server) throws Exception {
        HttpResponse<String> answer = server.postAs(Server.OPERATOR, "/api/v1/ledger/check", "{}");
        JsonNode status = JSON.readTree(answer.body());
        if (answer.statusCode() != 200 || !status.path("ok").asBoolean()) {
            throw new IllegalStateException("Not checked: " + answer.statusCode() + " " + answer.body());
        }
        return status.at("/lastCheck/eventsPerSecond").asDouble();
    }

    private static JsonNode status(Server server) throws Exception {
        return JSON.readTree(
                server.get("/api/v1/ledger/status", Server.OPERATOR).body());
    }
}
