package dk.effektspor.query.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads the whole log and says whether it is as it was written; remembers what it found last. */
final class ChainCheck {

    private static final int PAGE = 1_000;

    private final AccessRows rows;
    private final AccessJournal journal;
    private final List<KnownLinks> elsewhere;
    private final Clock clock;
    private volatile @Nullable ChainReport latest;

    /** The furthest place this process has ever known of: a tail once cut off stays missed. */
    private volatile Link furthest = Link.BEFORE_THE_FIRST;

    ChainCheck(AccessRows rows, AccessJournal journal, List<KnownLinks> elsewhere, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.elsewhere = List.copyOf(elsewhere);
        this.clock = clock;
    }

    /** Walks as fast as it can. */
    ChainReport now() {
        return walk(Integer.MAX_VALUE);
    }

    /** Walks at so many entries a second. */
    ChainReport walk(int perSecond) {
        ChainWalk walk = new ChainWalk(rows.horizon().orElse(Link.BEFORE_THE_FIRST), anchors());
        for (List<Entry> page = page(walk); !page.isEmpty(); page = page(walk)) {
            if (page.get(0).position() > walk.position() + 1) {
                rows.horizon().ifPresent(walk::begin);
            }
            for (Entry entry : page) {
                if (entry.position() > walk.position()) {
                    walk.pass(entry);
                }
            }
            rest(page.size(), perSecond);
        }
        ChainReport report = walk.end(clock.instant());
        latest = report;
        return report;
    }

    /** What the last walk of this process found. */
    Optional<ChainReport> latest() {
        return Optional.ofNullable(latest);
    }

    private List<Entry> page(ChainWalk walk) {
        return rows.after(walk.position(), PAGE);
    }

    /** Asked before the walk begins: what is written while it walks is there when it comes to it. */
    private Map<Long, String> anchors() {
        Map<Long, String> known = new TreeMap<>();
        elsewhere.forEach(source -> source.links().forEach(link -> known.put(link.position(), link.hash())));
        journal.knownEnd().ifPresent(link -> known.put(link.position(), link.hash()));
        known.forEach((position, hash) -> {
            if (position > furthest.position()) {
                furthest = new Link(position, hash);
            }
        });
        known.putIfAbsent(furthest.position(), furthest.hash());
        known.remove(0L);
        return known;
    }

    private static void rest(int read, int perSecond) {
        if (perSecond < Integer.MAX_VALUE) {
            LockSupport.parkNanos(1_000_000_000L * read / perSecond);
        }
    }
}
