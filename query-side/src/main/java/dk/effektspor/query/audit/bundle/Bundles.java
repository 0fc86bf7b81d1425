package dk.effektspor.query.audit.bundle;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.ledger.Ledger;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.SigningKey;
import dk.effektspor.shared.catalogue.Catalogue;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the bundle of a case. */
public final class Bundles {

    /** Of a change of key in the middle there is at most one. */
    private static final int ATTEMPTS = 3;

    private final Ledger ledger;
    private final BundleLedger keys;
    private final StoredEvents events;
    private final Vault vault;
    private final Catalogue catalogue;
    private final Clock clock;

    Bundles(Ledger ledger, BundleLedger keys, StoredEvents events, Vault vault, Catalogue catalogue, Clock clock) {
        this.ledger = ledger;
        this.keys = keys;
        this.events = events;
        this.vault = vault;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A checkpoint and the key that signed it, which signs the end too, also if it is no longer the ledger's then. */
    private record Signed(SignedNote note, SigningKey key) {}

    /**
     * The case with what proves it, as of now.
     *
     * @param withheld fields that are not disclosed
     * @param earlier sizes of the log from which the file is to show that it has only grown
     * @throws dk.effektspor.platform.web.Problem as {@link Ledger} does
     */
    public Bundle of(AuditedCases.Door audited, Set<PersonalField> withheld, List<Long> earlier) {
        CatalogueUsed used = new CatalogueUsed(catalogue);
        List<String> ids = new ArrayList<>();
        // What is stored before the checkpoint is asked for is covered by it.
        AuditedCases.readAll(events, audited.caseId(), event -> {
            used.by(event);
            return ids.add(event.eventId());
        });
        Signed signed = signed();
        Checkpoint checkpoint = Checkpoint.parse(signed.note().text());
        long size = checkpoint.size();
        HashTable table = new HashTable();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line.About(ABOUT));
        lines.add(new Line.Key(signed.key().verifier().text()));
        lines.addAll(rotations(size, table));
        lines.addAll(used.lines());
        lines.add(new Line.Covering(signed.note().render()));
        earlier.stream()
                .distinct()
                .map(from -> new Line.Growth(
                        from, base64(ledger.consistency(from, size).path())))
                .forEach(lines::add);
        List<Bundle.Proof> proofs =
                ids.stream().map(id -> proof(id, size, table)).toList();
        lines.addAll(table.lines());
        Line.Header header = new Line.Header(
                checkpoint.origin(),
                audited.caseId().toString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                proofs.size(),
                withheld.stream().sorted().map(PersonalField::word).toList());
        return new Bundle(
                new Bundle.Head(header, lines),
                proofs,
                audited,
                events,
                new ShownTexts(vault, audited.citizen(), withheld),
                signed.key());
    }

    private Signed signed() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            SignedNote note = ledger.checkpointNow();
            SigningKey key = keys.current();
            if (key.verifier().verify(note)) {
                return new Signed(note, key);
            }
        }
        throw new IllegalStateException("The ledger's key changes all the time");
    }

    /** The changes of key that the checkpoint is late enough to cover. */
    private List<Line.Rotation> rotations(long size, HashTable table) {
        List<Line.Rotation> rotations = new ArrayList<>();
        for (BundleLedger.Handover handover : keys.handovers()) {
            long from = Checkpoint.parse(handover.note().text()).size();
            if (from <= size) {
                Bundle.Proof proof = proof(handover.event().eventId(), size, table);
                rotations.add(new Line.Rotation(
                        handover.note().render(),
                        base64(ledger.consistency(from, size).path()),
                        new Line.Proved(proof.position(), handover.event(), proof.path())));
            }
        }
        return rotations;
    }

    private Bundle.Proof proof(String eventId, long size, HashTable table) {
        long position = ledger.position(eventId);
        return new Bundle.Proof(
                eventId,
                position,
                table.numbered(ledger.inclusion(position, size).path()));
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
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
