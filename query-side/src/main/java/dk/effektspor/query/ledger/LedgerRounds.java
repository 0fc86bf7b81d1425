package dk.effektspor.query.ledger;

import dk.effektspor.query.ledger.check.BackgroundCheck;
import dk.effektspor.query.ledger.checkpoint.CheckpointSchedule;
import dk.effektspor.query.ledger.checkpoint.WitnessDesk;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Asks those that are there: a process that keeps no ledger has none, and a witness is there only if one is configured. */
record LedgerRounds(
        ObjectProvider<BackgroundCheck> check,
        ObjectProvider<CheckpointSchedule> schedule,
        ObjectProvider<WitnessDesk> desk)
        implements LedgerWatch.Rounds {

    @Override
    public @Nullable String checking() {
        return told(check, BackgroundCheck::trouble);
    }

    @Override
    public @Nullable String signing() {
        return told(schedule, CheckpointSchedule::trouble);
    }

    @Override
    public @Nullable String witness() {
        return told(desk, WitnessDesk::trouble);
    }

    private static <T> @Nullable String told(ObjectProvider<T> asked, Function<T, @Nullable String> trouble) {
        T there = asked.getIfAvailable();
        return there == null ? null : trouble.apply(there);
    }
}
