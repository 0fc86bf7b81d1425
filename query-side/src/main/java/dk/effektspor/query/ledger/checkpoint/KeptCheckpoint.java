package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.SignedNote;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A checkpoint that was published, and when. */
public record KeptCheckpoint(Instant madeAt, SignedNote note) {

    /** When it was made, to the second, as it is told. */
    public String date() {
        return madeAt.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }
}
