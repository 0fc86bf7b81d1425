package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.Finding;
import dk.effektspor.query.ledger.checkpoint.KeptCheckpoint;
import dk.effektspor.query.ledger.checkpoint.LedgerFolder;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.query.ledger.tree.Frontier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds the kept checkpoints against the kept leaves and the keys. */
final class KeptCheck {

    private static final int LEAVES_AT_ONCE = 1 << 15;

    private final LedgerFolder folder;
    private long checkpoints;

    KeptCheck(LedgerFolder folder) {
        this.folder = folder;
    }

    /** Checkpoints looked at. */
    long checkpoints() {
        return checkpoints;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<VerifierKey> keys = folder.keys();
        Frontier log = new Frontier();
        // The log grows as time goes; only a clock that was set back brings a smaller one after a greater.
        List<KeptCheckpoint> behind = new ArrayList<>();
        try (Stream<KeptCheckpoint> all = folder.all()) {
            all.forEachOrdered(kept -> {
                checkpoints++;
                if (keys.stream().noneMatch(key -> key.verify(kept.note()))) {
                    findings.add(finding("ledger.checkpoint-unsigned", kept));
                }
                if (kept.checkpoint().size() < log.size()) {
                    behind.add(kept);
                } else {
                    compare(log, kept, findings);
                }
            });
        }
        behind.sort(Comparator.comparingLong(kept -> kept.checkpoint().size()));
        Frontier again = new Frontier();
        behind.forEach(kept -> compare(again, kept, findings));
        return findings;
    }

    private void compare(Frontier log, KeptCheckpoint kept, List<Finding> findings) {
        if (!growTo(log, kept.checkpoint().size())
                || !log.root().equals(kept.checkpoint().root())) {
            findings.add(finding("ledger.leaves-differ", kept));
        }
    }

    private boolean growTo(Frontier log, long size) {
        while (log.size() < size) {
            byte[] leaves = folder.leaves(log.size(), (int) Math.min(size - log.size(), LEAVES_AT_ONCE));
            if (leaves.length < Hash.BYTES) {
                return false;
            }
            log.addAll(leaves);
        }
        return true;
    }

    private static Finding finding(String code, KeptCheckpoint kept) {
        return new Finding(code, Map.of("checkpointSize", kept.checkpoint().size(), "date", kept.date()));
    }
}
