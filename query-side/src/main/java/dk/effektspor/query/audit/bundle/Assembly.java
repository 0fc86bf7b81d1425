package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.InclusionProof;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts a bundle together from what has been gathered, and has its end signed. */
final class Assembly {

    /**
     * A change of key to tell of.
     *
     * @param handover the first checkpoint that covers the event, signed under both keys
     * @param growth from there to the bundle's checkpoint
     */
    record Change(SignedNote handover, ConsistencyProof growth, StoredEvent event, InclusionProof proof) {}

    /** An event of the case with its proof and what is shown of its texts. */
    record Piece(StoredEvent event, InclusionProof proof, List<Line.ShownText> texts) {}

    /**
     * All that goes into a bundle.
     *
     * @param growths from the earlier sizes someone asked for
     */
    record Contents(
            Line.Header header,
            VerifierKey key,
            List<Change> changes,
            List<Line.CatalogueEntry> catalogue,
            SignedNote checkpoint,
            List<ConsistencyProof> growths,
            List<Piece> pieces) {}

    private Assembly() {}

    /** @param sign signs a text under the bundle's key */
    static byte[] bundle(Contents contents, Function<String, SignedNote> sign) {
        HashTable table = new HashTable();
        List<Line.Rotation> rotations = new ArrayList<>();
        for (Change change : contents.changes()) {
            rotations.add(new Line.Rotation(
                    change.handover().render(),
                    base64(change.growth().path()),
                    proved(change.event(), change.proof(), table)));
        }
        List<Line.Event> events = new ArrayList<>();
        for (Piece piece : contents.pieces()) {
            events.add(new Line.Event(proved(piece.event(), piece.proof(), table), piece.texts()));
        }
        Written written = new Written();
        written.add(contents.header());
        written.add(new Line.About(ABOUT));
        written.add(new Line.Key(contents.key().text()));
        rotations.forEach(written::add);
        contents.catalogue().forEach(written::add);
        written.add(new Line.Covering(contents.checkpoint().render()));
        contents.growths().forEach(growth -> written.add(new Line.Growth(growth.from(), base64(growth.path()))));
        table.lines().forEach(written::add);
        events.forEach(written::add);
        return written.ended(
                hash -> sign.apply(EndNote.text(contents.header(), hash)).render());
    }

    private static Line.Proved proved(StoredEvent event, InclusionProof proof, HashTable table) {
        return new Line.Proved(proof.position(), event, table.numbered(proof.path()));
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }

    private static final class Written {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void add(Line line) {
            bytes.writeBytes(line.text().getBytes(UTF_8));
            bytes.write('\n');
        }

        byte[] ended(Function<Hash, String> note) {
            add(new Line.End(note.apply(EndNote.hash(bytes.toByteArray(), bytes.size()))));
            return bytes.toByteArray();
        }
    }

    private static final String ABOUT = """
            Denne fil er en sag fra Effektspor med bevis for, at intet er tilføjet, ændret eller udeladt. \
            Efterprøv den med ./effektspor verify FIL, eller skriv et program efter docs/verify.md. \
            | This file is a case from Effektspor with proof that nothing was added, changed or left out. \
            Check it with ./effektspor verify FILE, or write a program after docs/verify.md. \
            An event's leaf is SHA-256(00 || envelope), the envelope "effektspor-event/1\\n" and then, each as 4 bytes of \
            length and its bytes (length ffffffff if absent): eventId, stream, sequence, aggregateType, recordedAt, type, \
            revision, metaData, payload. The path leads from there to the checkpoint's root by RFC 9162; its numbers count \
            the hashes of this file from 0. A text shown at a place of the payload is what was sealed there if \
            SHA-256(02 || salt || text) is the first 32 bytes of the base64url after "2.". \
            The end signs the SHA-256 of all bytes before its line.""";
}
