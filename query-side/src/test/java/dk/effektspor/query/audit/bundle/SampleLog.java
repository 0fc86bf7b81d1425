package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.query.ledger.Ledger;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.InclusionProof;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.SigningKey;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.RecordEvent;
import dk.effektspor.shared.ledger.LedgerEvent;
import dk.effektspor.shared.ledger.LedgerEvent.KeyRotated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** A log in memory that stores, proves and signs like the real one. */
final class SampleLog implements Ledger, BundleLedger, StoredEvents {

    static final String ORIGIN = "effektspor.test";

    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Hash> leaves = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, Long> lengths = new HashMap<>();
    private final List<Handover> handovers = new ArrayList<>();
    private final Map<List<Long>, Hash> nodes = new HashMap<>();
    private final MerkleTree tree = new MerkleTree(this::subtree);
    private SigningKey signing;

    SampleLog(SigningKey signing) {
        this.signing = signing;
    }

    /** Stores an event as the next of its stream. */
    StoredEvent store(String stream, RecordEvent event, Instant recordedAt) {
        long sequence = lengths.merge(stream, 1L, Long::sum) - 1;
        StoredEvent stored = new StoredEvent(
                events.size() + 1,
                UUID.nameUUIDFromBytes((stream + sequence).getBytes(UTF_8)).toString(),
                stream,
                sequence,
                stream.equals(LedgerEvent.STREAM) ? null : "CaseFile",
                recordedAt.toString().replaceAll("(:\\d\\d)Z$", "$1.000Z"),
                event.eventName(),
                event.getClass().getAnnotation(Revision.class).value(),
                ViewJson.write(event).getBytes(UTF_8),
                "{\"actor\":\"mette\",\"command\":\"example\",\"role\":\"CASEWORKER\",\"unit\":\"BBU-NOERREBRO\"}"
                        .getBytes(UTF_8));
        add(stored);
        return stored;
    }

    void add(StoredEvent stored) {
        events.add(stored);
        positions.put(stored.eventId(), (long) leaves.size());
        leaves.add(MerkleTree.leaf(LeafEnvelope.of(stored)));
    }

    void lose(String stream, long sequence) {
        events.removeIf(event -> event.stream().equals(stream) && event.sequence() == sequence);
    }

    void rotate(SigningKey next, Instant at) {
        StoredEvent event = store(
                LedgerEvent.STREAM, new KeyRotated(key().text(), next.verifier().text(), LocalDate.of(2025, 6, 1)), at);
        String text = checkpoint().text();
        handovers.add(new Handover(event, new SignedNote(text, List.of(signing.sign(text), next.sign(text)))));
        signing = next;
    }

    @Override
    public long size() {
        return leaves.size();
    }

    @Override
    public SignedNote latest() {
        return checkpointNow();
    }

    @Override
    public SignedNote checkpointNow() {
        String text = checkpoint().text();
        return new SignedNote(text, List.of(signing.sign(text)));
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(ORIGIN, size(), tree.root(size()), List.of());
    }

    @Override
    public long position(String eventId) {
        return Optional.ofNullable(positions.get(eventId)).orElseThrow();
    }

    @Override
    public InclusionProof inclusion(long position, long size) {
        return tree.inclusion(position, size);
    }

    @Override
    public ConsistencyProof consistency(long from, long to) {
        return tree.consistency(from, to);
    }

    @Override
    public VerifierKey key() {
        return signing.verifier();
    }

    @Override
    public SigningKey current() {
        return signing;
    }

    @Override
    public List<Handover> handovers() {
        return handovers;
    }

    @Override
    public List<StoredEvent> after(long globalIndex, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> ofStream(String stream, long fromSequence, int limit) {
        return events.stream()
                .filter(event -> event.stream().equals(stream) && event.sequence() >= fromSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<StoredEvent> withId(String eventId) {
        throw new UnsupportedOperationException();
    }

    private Hash subtree(int level, long index) {
        if (level == 0) {
            return leaves.get(Math.toIntExact(index));
        }
        List<Long> node = List.of((long) level, index);
        Hash known = nodes.get(node);
        if (known == null) {
            known = MerkleTree.node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
            nodes.put(node, known);
        }
        return known;
    }
}
