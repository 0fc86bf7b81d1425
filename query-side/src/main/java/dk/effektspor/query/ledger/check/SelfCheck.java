package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.Finding;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.checkpoint.DamagedFolder;
import dk.effektspor.query.ledger.checkpoint.KeptCheckpoint;
import dk.effektspor.query.ledger.checkpoint.LedgerFolder;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.store.EventKey;
import dk.effektspor.query.ledger.tree.TreeStore;
import dk.effektspor.query.ledger.tree.TreeStore.Place;
import dk.effektspor.shared.ledger.LedgerEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the whole store again, computes every leaf, and holds it against the leaves kept outside the database, the tiles
 * and every checkpoint.
 */
public final class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    private static final int PAGE = 1_000;
    private static final int ATTEMPTS = 3;

    private final StoredEvents events;
    private final TreeStore tree;
    private final LedgerFolder folder;
    private final Clock clock;
    private volatile @Nullable Report last;

    public SelfCheck(StoredEvents events, TreeStore tree, LedgerFolder folder, Clock clock) {
        this.events = events;
        this.tree = tree;
        this.folder = folder;
        this.clock = clock;
    }

    /** What the last full check found. */
    public Optional<Report> last() {
        return Optional.ofNullable(last);
    }

    /** Checks everything there is. */
    public synchronized Report full() {
        Report report = once();
        // A ledger that is being built anew while it is read is no news.
        for (int attempt = 1; attempt < ATTEMPTS && !report.findings().isEmpty(); attempt++) {
            report = once();
        }
        Report before = last;
        last = report;
        if (before == null || !before.findings().equals(report.findings())) {
            for (Finding finding : report.findings()) {
                LOG.error("The record is not what it was: {} {}", finding.code(), finding.facts());
            }
        }
        return report;
    }

    private Report once() {
        long began = System.nanoTime();
        TreeStore.State state = tree.state();
        List<Finding> findings = new ArrayList<>();
        KeptCheck kept = new KeptCheck(folder);
        long compared = 0;
        try {
            ExpectedLeaves both = new ExpectedLeaves(folder, tree, state.size());
            Optional<Finding> tiles = new TileCheck(tree, both).finding(state.size());
            // Tiles that are not what was kept say nothing about what came after.
            boolean believed = state.size() >= both.kept() && tiles.isEmpty();
            ExpectedLeaves expected = believed ? both : new ExpectedLeaves(folder, tree, 0);
            compared = compare(new Reach(state, expected, believed), findings);
            findings.addAll(kept.findings());
            if (findings.stream().noneMatch(finding -> finding.code().equals("ledger.fork"))) {
                tiles.ifPresent(findings::add);
            }
        } catch (DamagedFolder damaged) {
            findings.add(new Finding(
                    "ledger.folder-damaged", Map.of("file", damaged.file().toString())));
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        return new Report(clock.instant(), compared, kept.checkpoints(), millis, findings);
    }

    /** Compares page by page for as long as both are the same; answers how many events were read. */
    private long compare(Reach reach, List<Finding> findings) {
        ExpectedLeaves expected = reach.expected();
        long position = 0;
        long after = -1;
        CompletableFuture<List<StoredEvent>> next = read(after);
        while (true) {
            List<StoredEvent> read = next.join();
            List<StoredEvent> page = reach.of(read, position);
            boolean last = page.size() < PAGE;
            if (!last) {
                next = read(page.get(page.size() - 1).globalIndex());
            }
            boolean cutShort = last && position + page.size() < expected.size();
            if (cutShort || !same(page, expected.from(position, page.size()))) {
                findings.addAll(diagnosed(after, position, reach));
                return expected.size();
            }
            position += page.size();
            if (last) {
                return position;
            }
            after = page.get(page.size() - 1).globalIndex();
        }
    }

    /**
     * How far the store is to be looked at.
     *
     * @param ledgerBelieved whether the ledger's own word counts on where it ends; one that is being built, was cut off or
     *     is not what was kept says nothing of what comes after the folder
     */
    private record Reach(TreeStore.State state, ExpectedLeaves expected, boolean ledgerBelieved) {

        List<StoredEvent> of(List<StoredEvent> page, long position) {
            int end = page.size();
            if (!ledgerBelieved) {
                end = (int) Math.min(end, expected.size() - position);
            } else {
                while (end > 0 && page.get(end - 1).globalIndex() > state.globalIndex()) {
                    end--;
                }
            }
            return page.subList(0, end);
        }
    }

    private CompletableFuture<List<StoredEvent>> read(long after) {
        return CompletableFuture.supplyAsync(() -> events.after(after, PAGE));
    }

    private static boolean same(List<StoredEvent> page, byte[] expected) {
        return expected.length == page.size() * Hash.BYTES
                && IntStream.range(0, page.size())
                        .parallel()
                        .allMatch(i -> Leaf.of(page.get(i)).hash().equals(Hash.at(expected, i * Hash.BYTES)));
    }

    private List<Finding> diagnosed(long after, long position, Reach reach) {
        ExpectedLeaves expected = reach.expected();
        long[] readTo = {after};
        long[] expectedTo = {position};
        Ahead<Leaf> stored = new Ahead<>(() -> {
            List<StoredEvent> page = reach.of(events.after(readTo[0], PAGE), 0);
            if (!page.isEmpty()) {
                readTo[0] = page.get(page.size() - 1).globalIndex();
            }
            return page.stream().map(Leaf::of).toList();
        });
        Ahead<Hash> leaves = new Ahead<>(() -> {
            byte[] piece = expected.from(expectedTo[0], PAGE);
            expectedTo[0] += piece.length / Hash.BYTES;
            return IntStream.range(0, piece.length / Hash.BYTES)
                    .mapToObj(i -> Hash.at(piece, i * Hash.BYTES))
                    .toList();
        });
        List<Parting> partings = Partings.between(stored, leaves, position);
        if (!reach.ledgerBelieved()) {
            // What follows the end of a folder that goes further than the ledger is only not in it yet.
            partings.removeIf(
                    parting -> parting.toTheEnd() && parting.expected().isEmpty());
        }
        String date = folder.newest().map(KeptCheckpoint::date).orElse("");
        return new Diagnosis(
                        positions -> believable(positions, expected),
                        this::streamsThere,
                        reach.state().size(),
                        date)
                .of(partings);
    }

    /** The ledger's own word on positions, where its tiles are still those that were kept. */
    private List<Place> believable(Collection<Long> positions, ExpectedLeaves expected) {
        List<Long> unchanged = positions.stream()
                .filter(position -> {
                    byte[] tile = expected.inTiles(position, 1);
                    return tile.length > 0 && Arrays.equals(tile, expected.from(position, 1));
                })
                .toList();
        return tree.placesAt(unchanged);
    }

    private Set<UUID> streamsThere(Set<UUID> streams) {
        return streams.stream()
                .filter(stream -> {
                    boolean ledger = stream.equals(EventKey.of(LedgerEvent.STREAM));
                    return !events.ofStream(ledger ? LedgerEvent.STREAM : stream.toString(), 0, 1)
                            .isEmpty();
                })
                .collect(Collectors.toSet());
    }
}
