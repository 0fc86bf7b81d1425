package dk.effektspor.query.audit.bundle;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.audit.AuditedCase;
import dk.effektspor.query.ledger.Ledger;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.InclusionProof;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
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
    private final Vault vault;
    private final Catalogue catalogue;
    private final Clock clock;

    Bundles(Ledger ledger, BundleLedger keys, Vault vault, Catalogue catalogue, Clock clock) {
        this.ledger = ledger;
        this.keys = keys;
        this.vault = vault;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The file, as bytes.
     *
     * @param withheld fields that are not disclosed
     * @param earlier sizes of the log from which the file is to show that it has only grown
     * @throws dk.effektspor.platform.web.Problem as {@link Ledger} does
     */
    public byte[] of(AuditedCase audited, Set<PersonalField> withheld, List<Long> earlier) {
        for (int attempt = 1; ; attempt++) {
            SignedNote note = ledger.checkpointNow();
            VerifierKey key = ledger.key();
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            Assembly.Contents contents = contents(audited, withheld, earlier, note, checkpoint, key);
            List<SignedNote> ends = new ArrayList<>();
            byte[] bundle = Assembly.bundle(contents, text -> {
                ends.add(keys.sign(text));
                return ends.get(0);
            });
            if (key.verify(note) && key.verify(ends.get(0))) {
                return bundle;
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("The ledger's key changes all the time");
            }
        }
    }

    private Assembly.Contents contents(
            AuditedCase audited,
            Set<PersonalField> withheld,
            List<Long> earlier,
            SignedNote note,
            Checkpoint checkpoint,
            VerifierKey key) {
        long size = checkpoint.size();
        ShownTexts texts = new ShownTexts(vault, audited.citizen(), withheld);
        CatalogueUsed used = new CatalogueUsed(catalogue);
        List<Assembly.Piece> pieces = new ArrayList<>();
        for (StoredEvent event : audited.events()) {
            used.by(event);
            pieces.add(new Assembly.Piece(event, proof(event, size), texts.of(event)));
        }
        List<ConsistencyProof> growths = earlier.stream()
                .distinct()
                .map(from -> ledger.consistency(from, size))
                .toList();
        Line.Header header = new Line.Header(
                checkpoint.origin(),
                audited.caseId().toString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                pieces.size(),
                withheld.stream().sorted().map(PersonalField::word).toList());
        return new Assembly.Contents(header, key, changes(size), used.lines(), note, growths, pieces);
    }

    /** The changes of key that the checkpoint is late enough to cover. */
    private List<Assembly.Change> changes(long size) {
        List<Assembly.Change> changes = new ArrayList<>();
        for (BundleLedger.Handover handover : keys.handovers()) {
            long from = Checkpoint.parse(handover.note().text()).size();
            if (from <= size) {
                changes.add(new Assembly.Change(
                        handover.note(),
                        ledger.consistency(from, size),
                        handover.event(),
                        proof(handover.event(), size)));
            }
        }
        return changes;
    }

    private InclusionProof proof(StoredEvent event, long size) {
        return ledger.inclusion(ledger.position(event.eventId()), size);
    }
}
