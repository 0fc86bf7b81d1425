package dk.effektspor.query.ledger;

import dk.effektspor.query.ledger.check.BackgroundCheck;
import dk.effektspor.query.ledger.checkpoint.CheckpointSchedule;
import dk.effektspor.query.ledger.checkpoint.WitnessDesk;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What goes wrong with what is done again and again; nulls while all is well. Asks those that are there: a process that
 * keeps no ledger has none, and a witness is there only if one is configured.
 */
record LedgerRounds(
        ObjectProvider<BackgroundCheck> check,
        ObjectProvider<CheckpointSchedule> schedule,
        ObjectProvider<WitnessDesk> desk) {

    /** Why nobody looks whether the record is what it was. */
    @Nullable
    String checking() {
        return told(check, BackgroundCheck::trouble);
    }

    /** Why no checkpoint is signed, though the log is what it was. */
    @Nullable
    String signing() {
        return told(schedule, CheckpointSchedule::trouble);
    }

    /** Why the newest checkpoint bears no witness's signature. */
    @Nullable
    String witness() {
        return told(desk, WitnessDesk::trouble);
    }

    private static <T> @Nullable String told(ObjectProvider<T> asked, Function<T, @Nullable String> trouble) {
        T there = asked.getIfAvailable();
        return there == null ? null : trouble.apply(there);
    }
}
