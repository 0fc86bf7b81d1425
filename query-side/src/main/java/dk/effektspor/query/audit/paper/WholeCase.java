package dk.effektspor.query.audit.paper;

import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.List;

/**
 * What a paper is made of: a case and the checkpoint that covers it.
 *
 * @param registrations all there are, in recording order
 * @param key the checkpoint is signed with
 */
record WholeCase(CitizenId citizen, List<Registration> registrations, SignedNote checkpoint, VerifierKey key) {

    WholeCase {
        registrations = List.copyOf(registrations);
    }

    /** The seal of the first so many registrations. */
    Seal seal(int known) {
        return new Seal(
                checkpoint,
                key,
                Seal.streamHash(registrations.subList(0, known).stream()
                        .map(Registration::leaf)
                        .toList()),
                known);
    }
}
