package dk.effektspor.query.audit.paper;

import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;

/**
 * An event of a case as it can be read, and the leaf it has in the ledger.
 *
 * @param position in the ledger
 */
record Registration(CaseEvent event, Recorded recorded, long position, Hash leaf) {}
