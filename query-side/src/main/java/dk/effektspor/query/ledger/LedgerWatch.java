package dk.effektspor.query.ledger;

import dk.effektspor.query.ledger.check.Report;
import dk.effektspor.query.ledger.check.SelfCheck;
import dk.effektspor.query.ledger.checkpoint.Checkpoints;
import dk.effektspor.query.ledger.checkpoint.KeptCheckpoint;
import dk.effektspor.query.ledger.store.SettledEvents;
import dk.effektspor.query.ledger.tree.Builder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the ledger is, for health, metrics and whoever asks. */
final class LedgerWatch {

    private final Builder builder;
    private final SettledEvents events;
    private final Checkpoints checkpoints;
    private final SelfCheck check;
    private final LedgerRounds rounds;

    LedgerWatch(Builder builder, SettledEvents events, Checkpoints checkpoints, SelfCheck check, LedgerRounds rounds) {
        this.builder = builder;
        this.events = events;
        this.checkpoints = checkpoints;
        this.check = check;
        this.rounds = rounds;
    }

    /** Everything that is wrong with the record: what the last full check found, then why nothing is signed. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        check.last().map(Report::findings).ifPresent(findings::addAll);
        checkpoints.stopped().filter(stopped -> !findings.contains(stopped)).ifPresent(findings::add);
        return findings;
    }

    long size() {
        return builder.state().size();
    }

    /** Places in the store from the last event taken in to the last there is; there may be holes among them. */
    long lag() {
        return Math.max(0, events.head() - builder.state().globalIndex());
    }

    Optional<KeptCheckpoint> newest() {
        return checkpoints.newest();
    }

    Optional<Report> lastCheck() {
        return check.last();
    }

    boolean isSigning() {
        return checkpoints.stopped().isEmpty() && rounds.signing() == null;
    }

    LedgerRounds rounds() {
        return rounds;
    }

    @Nullable
    String trouble() {
        return builder.trouble();
    }
}
