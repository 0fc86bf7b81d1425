package dk.effektspor.query.ledger;

import java.util.Optional;

/** Anchors something else in every checkpoint: a line of its own, which is signed with it. Beans are asked in their order. */
@FunctionalInterface
public interface CheckpointExtension {

    /** The line as of now, without its end; empty while there is nothing to anchor. */
    Optional<String> line();
}
