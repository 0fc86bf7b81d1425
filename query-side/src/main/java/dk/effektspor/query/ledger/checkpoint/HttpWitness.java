package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.query.ledger.LedgerSettings;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;

/** A witness that speaks C2SP tlog-witness. */
public final class HttpWitness implements Witness {

    private static final int CONFLICT = 409;

    private final URI address;
    private final VerifierKey key;
    private final Duration timeout;
    private final HttpClient client;

    /** The size the witness saw last, as far as we know; it corrects us when it knows better. */
    private long seen;

    public HttpWitness(String url, VerifierKey key, LedgerSettings.Witness settings) {
        this.address = URI.create(url);
        this.key = key;
        this.timeout = settings.timeout();
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    @Override
    public List<SignedNote.Signature> cosign(SignedNote note, LongFunction<ConsistencyProof> growth)
            throws IOException, InterruptedException {
        long size = Checkpoint.parse(note.text()).size();
        HttpResponse<String> answer = post(note, growth.apply(Math.min(seen, size)));
        if (answer.statusCode() == CONFLICT) {
            long told = size(answer);
            if (told <= size) {
                answer = post(note, growth.apply(told));
            }
        }
        if (answer.statusCode() != 200) {
            throw new IOException("The witness answered " + answer.statusCode());
        }
        List<SignedNote.Signature> signatures = signatures(answer.body());
        if (!key.verify(new SignedNote(note.text(), signatures))) {
            throw new IOException("The witness's signature does not hold");
        }
        seen = size;
        return signatures.stream()
                .filter(s -> s.name().equals(key.name()) && s.keyId().equals(key.id()))
                .toList();
    }

    @Override
    public boolean hasSigned(SignedNote checkpoint) {
        return key.verify(checkpoint);
    }

    private HttpResponse<String> post(SignedNote note, ConsistencyProof growth)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("old " + growth.from() + "\n");
        for (Hash hash : growth.path()) {
            body.append(hash.base64()).append('\n');
        }
        body.append('\n').append(note.render());
        return client.send(
                HttpRequest.newBuilder(address)
                        .timeout(timeout)
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static long size(HttpResponse<String> answer) throws IOException {
        try {
            return Long.parseLong(answer.body().strip());
        } catch (NumberFormatException e) {
            throw new IOException("The witness refused without saying which size it knows", e);
        }
    }

    private static List<SignedNote.Signature> signatures(String lines) throws IOException {
        try {
            return lines.lines().map(SignedNote.Signature::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new IOException("The witness did not answer with signatures", e);
        }
    }
}
