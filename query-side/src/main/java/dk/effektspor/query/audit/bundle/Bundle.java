package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;

/**
 * A bundle ready to be written. Of its events only the proofs are at hand; the events and their texts are read again as
 * they are written, so that no long case is ever in memory, nor in clear on a disk. One that breaks off has no end, and
 * nobody takes it for whole.
 */
public final class Bundle {

    /**
     * Where an event of the case is in the log.
     *
     * @param path numbers of the hashes from there to the root
     */
    record Proof(String eventId, long position, List<Integer> path) {}

    /**
     * All lines before the events.
     *
     * @param rest what comes after the header
     */
    record Head(Line.Header header, List<Line> rest) {}

    private final Head head;
    private final List<Proof> proofs;
    private final AuditedCases.Door audited;
    private final StoredEvents events;
    private final ShownTexts texts;
    private final SigningKey key;

    Bundle(
            Head head,
            List<Proof> proofs,
            AuditedCases.Door audited,
            StoredEvents events,
            ShownTexts texts,
            SigningKey key) {
        this.head = head;
        this.proofs = proofs;
        this.audited = audited;
        this.events = events;
        this.texts = texts;
        this.key = key;
    }

    /**
     * Writes the whole; what fails on the way leaves it without its end.
     *
     * @throws IllegalStateException if the case is not what it was when the proofs were made
     */
    public void writeTo(OutputStream out) throws IOException {
        DigestOutputStream lines = new DigestOutputStream(out, sha256());
        try {
            write(lines, head.header());
            head.rest().forEach(line -> write(lines, line));
            Iterator<Proof> proof = proofs.iterator();
            AuditedCases.readAll(events, audited.caseId(), event -> {
                write(lines, proved(event, proof.next()));
                return proof.hasNext();
            });
            if (proof.hasNext()) {
                throw changed(proof.next());
            }
            Hash hash = new Hash(lines.getMessageDigest().digest());
            String end = EndNote.text(head.header(), hash);
            write(lines, new Line.End(new SignedNote(end, List.of(key.sign(end))).render()));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private Line.Event proved(StoredEvent event, Proof proof) {
        if (!event.eventId().equals(proof.eventId())) {
            throw changed(proof);
        }
        return new Line.Event(new Line.Proved(proof.position(), event, proof.path()), texts.of(event));
    }

    private IllegalStateException changed(Proof proof) {
        return new IllegalStateException(
                "Unreadable history: event " + proof.eventId() + " of case " + audited.caseId() + " is gone");
    }

    private static void write(OutputStream lines, Line line) {
        try {
            lines.write((line.text() + "\n").getBytes(UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
