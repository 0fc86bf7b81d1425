package dk.effektspor.query.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.SigningKey;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A witness that signs what has really only grown since it last signed. */
final class SmallWitness implements AutoCloseable {

    private final SigningKey key = SigningKey.generate("witness.test", VerifierKey.WITNESS);
    private final VerifierKey log;
    private final HttpServer server;
    private volatile @Nullable Checkpoint last;
    private volatile boolean away;

    SmallWitness(VerifierKey log) throws IOException {
        this.log = log;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/add-checkpoint";
    }

    VerifierKey key() {
        return key.verifier();
    }

    long seen() {
        Checkpoint seen = last;
        return seen == null ? 0 : seen.size();
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] request = new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("\n\n", 2);
        List<String> proof = request[0].lines().toList();
        SignedNote note = SignedNote.parse(request[1]);
        Checkpoint next = Checkpoint.parse(note.text());
        long old = Long.parseLong(proof.get(0).substring("old ".length()));
        if (away) {
            send(exchange, 503, "");
        } else if (!log.verify(note)) {
            send(exchange, 403, "");
        } else if (old != seen()) {
            send(exchange, 409, seen() + "\n");
        } else if (!grew(proof.subList(1, proof.size()), next)) {
            send(exchange, 422, "");
        } else {
            last = next;
            send(
                    exchange,
                    200,
                    key.sign(note.text(), Instant.now().getEpochSecond()).line() + "\n");
        }
    }

    private boolean grew(List<String> path, Checkpoint next) {
        Checkpoint before = last;
        ConsistencyProof growth = new ConsistencyProof(
                seen(), next.size(), path.stream().map(Hash::ofBase64).toList());
        return before == null ? path.isEmpty() : growth.proves(before.root(), next.root());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
