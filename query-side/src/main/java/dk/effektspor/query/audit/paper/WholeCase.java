package dk.effektspor.query.audit.paper;

import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.List;

/**
 * What a paper is made of: the case from its first registration to the last that is told, and its seal.
 *
 * @param registrations in recording order, without a gap
 */
record WholeCase(CitizenId citizen, List<Registration> registrations, Seal seal) {

    WholeCase {
        registrations = List.copyOf(registrations);
    }

    static Hash streamHash(List<Registration> registrations) {
        return Seal.streamHash(registrations.stream().map(Registration::leaf).toList());
    }
}
