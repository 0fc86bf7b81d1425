package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.ledger.CheckpointExtension;
import dk.effektspor.query.ledger.Finding;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.SigningKey;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.query.ledger.tree.Builder;
import dk.effektspor.query.ledger.tree.Frontier;
import dk.effektspor.query.ledger.tree.Tiles;
import dk.effektspor.query.ledger.tree.TreeStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs checkpoints. Each one's leaves are in the folder, on disk, before it is published, and it is signed only if the
 * log still begins with everything the folder holds; otherwise nothing is signed until it does again.
 */
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int TILES_AT_ONCE = 64;

    private final LedgerKeys keys;
    private final LedgerFolder folder;
    private final CheckpointStore store;
    private final Builder builder;
    private final TreeStore tree;
    private final Tiles tiles;
    private final Rotation rotation;
    private final List<CheckpointExtension> extensions;
    private final Clock clock;

    /** Over the leaves of the folder; null until they have been read. */
    private @Nullable Frontier frontier;

    private volatile @Nullable KeptCheckpoint newest;
    private volatile @Nullable Finding stopped;
    private volatile Consumer<KeptCheckpoint> onNew = kept -> {};

    public Checkpoints(
            LedgerKeys keys,
            LedgerFolder folder,
            CheckpointStore store,
            Builder builder,
            TreeStore tree,
            Tiles tiles,
            StoredEvents events,
            List<CheckpointExtension> extensions,
            Clock clock) {
        this.keys = keys;
        this.folder = folder;
        this.store = store;
        this.builder = builder;
        this.tree = tree;
        this.tiles = tiles;
        this.rotation = new Rotation(events);
        this.extensions = List.copyOf(extensions);
        this.clock = clock;
    }

    /** Who is told of each new checkpoint, and again with each {@link #remind}; must not keep the log waiting. */
    void tell(Consumer<KeptCheckpoint> listener) {
        onNew = listener;
    }

    /** Tells of the newest checkpoint again: whoever was away when it was signed, or before a restart, missed it. */
    void remind() {
        newest().ifPresent(onNew);
    }

    public Optional<KeptCheckpoint> newest() {
        KeptCheckpoint known = newest;
        return known != null ? Optional.of(known) : folder.newest();
    }

    /** The keys that sign or have signed, as the folder keeps them, the oldest first. */
    public List<VerifierKey> verifierKeys() {
        return folder.keys();
    }

    /** The key that signs now. */
    public VerifierKey key() {
        return keys.current().verifier();
    }

    /** Why nothing is signed, if nothing is. */
    public Optional<Finding> stopped() {
        return Optional.ofNullable(stopped);
    }

    /**
     * The checkpoint of all that is in the ledger: the newest one, or a new one if there is anything new.
     *
     * @throws Problem 503 {@code ledger.stopped} if the log does not begin with what was signed before, 503 {@code
     *     ledger.behind} while it is being built
     */
    public synchronized KeptCheckpoint checkpoint() {
        try {
            Frontier kept = opened();
            long size = builder.state().size();
            if (size < kept.size() && !isShorter(kept)) {
                throw new Problem(503, "ledger.behind", Map.of());
            }
            Finding parted = parted(kept, size);
            stopIf(parted);
            if (parted != null) {
                throw new Problem(503, "ledger.stopped", Map.of());
            }
            KeptCheckpoint last = newest;
            List<String> lines = extensions.stream()
                    .flatMap(extension -> extension.line().stream())
                    .toList();
            if (last != null
                    && last.checkpoint().size() == size
                    && last.checkpoint().extensions().equals(lines)
                    && pendingKey(size).isEmpty()) {
                return last;
            }
            keepLeaves(kept, size);
            return publish(new Checkpoint(keys.current().verifier().name(), size, kept.root(), lines));
        } catch (DamagedFolder damaged) {
            stopIf(new Finding(
                    "ledger.folder-damaged", Map.of("file", damaged.file().toString())));
            throw new Problem(503, "ledger.stopped", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopIf(@Nullable Finding parted) {
        if (parted != null && !parted.equals(stopped)) {
            LOG.error("No checkpoint is signed any more: {} {}", parted.code(), parted.facts());
        }
        stopped = parted;
    }

    /** Whether the ledger holds all there is, and yet less than it did. */
    private boolean isShorter(Frontier kept) {
        return builder.isCaughtUp() && builder.state().size() < kept.size();
    }

    /** How the log parts from what the folder holds, if it does. */
    private @Nullable Finding parted(Frontier kept, long size) throws IOException {
        KeptCheckpoint last = newest;
        String date = last == null ? "" : last.date();
        if (last != null
                && !last.checkpoint()
                        .root()
                        .equals(rootOfFolder(kept, last.checkpoint().size()))) {
            return new Finding(
                    "ledger.leaves-differ",
                    Map.of("checkpointSize", last.checkpoint().size(), "date", date));
        }
        if (size < kept.size()) {
            return new Finding("ledger.shorter", Map.of("size", size, "checkpointSize", kept.size(), "date", date));
        }
        if (!new MerkleTree(tiles).root(kept.size()).equals(kept.root())) {
            return new Finding("ledger.fork", Map.of("position", firstDifference(kept.size()), "date", date));
        }
        return null;
    }

    /** What the folder's leaves say the root was; asked once for each checkpoint, so nearly always of the last leaf. */
    private @Nullable Hash rootOfFolder(Frontier kept, long size) throws IOException {
        if (size == kept.size()) {
            return kept.root();
        }
        return size > kept.size() ? null : folder.rootOf(size);
    }

    private long firstDifference(long size) {
        for (long position = 0; position < size; position += 256) {
            byte[] ours = tree.tile(0, position / 256);
            byte[] theirs = folder.leaves(position, 256);
            int end = Math.min(ours.length, theirs.length);
            int at = Arrays.mismatch(ours, 0, end, theirs, 0, end);
            if (at >= 0) {
                return position + at / Hash.BYTES;
            }
            if (ours.length < theirs.length) {
                return position + ours.length / Hash.BYTES;
            }
        }
        return size;
    }

    private void keepLeaves(Frontier kept, long size) throws IOException {
        while (kept.size() < size) {
            long tile = kept.size() / 256;
            int skip = (int) (kept.size() % 256) * Hash.BYTES;
            for (byte[] hashes : tree.tiles(0, tile, TILES_AT_ONCE)) {
                long wanted = Math.min(hashes.length, skip + (size - kept.size()) * Hash.BYTES);
                byte[] added = Arrays.copyOfRange(hashes, skip, (int) wanted);
                folder.add(added);
                kept.addAll(added);
                skip = 0;
                if (kept.size() == size) {
                    break;
                }
            }
        }
    }

    private KeptCheckpoint publish(Checkpoint checkpoint) throws IOException {
        String text = checkpoint.text();
        List<SignedNote.Signature> signatures = new ArrayList<>();
        signatures.add(keys.current().sign(text));
        Optional<SigningKey> next = pendingKey(checkpoint.size());
        if (next.isPresent()) {
            signatures.add(next.get().sign(text));
            folder.add(next.get().verifier());
        }
        KeptCheckpoint made =
                new KeptCheckpoint(clock.instant().truncatedTo(ChronoUnit.MILLIS), new SignedNote(text, signatures));
        folder.keep(made);
        newest = made;
        store.keep(made);
        if (next.isPresent()) {
            keys.change();
            LOG.info(
                    "Checkpoints are signed with the key {} from now on",
                    keys.current().verifier());
        }
        onNew.accept(made);
        return made;
    }

    /** The next key, once the log of this size holds the event that tells of it. */
    private Optional<SigningKey> pendingKey(long size) throws IOException {
        Optional<SigningKey> next = keys.next();
        if (next.isEmpty()) {
            return next;
        }
        return rotation.eventOf(next.get().verifier())
                .flatMap(tree::place)
                .filter(place -> place.position() < size)
                .flatMap(place -> next);
    }

    /** Writes down that a key follows another, as the next event of the ledger's stream. */
    @FunctionalInterface
    public interface Told {
        void tell(long sequence, VerifierKey previous, VerifierKey next);
    }

    /** Makes the next key and tells its event, which the next checkpoint will cover. */
    public synchronized void rotate(Told log) {
        try {
            SigningKey next = keys.prepareNext();
            if (rotation.eventOf(next.verifier()).isEmpty()) {
                log.tell(rotation.nextSequence(), keys.current().verifier(), next.verifier());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds signatures to a checkpoint that is kept. */
    synchronized void cosigned(KeptCheckpoint kept, List<SignedNote.Signature> signatures) throws IOException {
        KeptCheckpoint cosigned = new KeptCheckpoint(kept.madeAt(), kept.note().with(signatures));
        folder.keep(cosigned);
        store.keep(cosigned);
        if (kept.equals(newest)) {
            newest = cosigned;
        }
    }

    /** The folder's leaves, read once; a folder that is gone is made again from the database's copy. */
    private Frontier opened() throws IOException {
        Frontier known = frontier;
        if (known != null) {
            return known;
        }
        folder.mend();
        if (folder.keys().isEmpty()) {
            for (VerifierKey earlier : rotation.earlierKeys()) {
                folder.add(earlier);
            }
        }
        folder.add(keys.current().verifier());
        if (folder.newest().isEmpty()) {
            for (KeptCheckpoint copy : store.all(keys.current().verifier().name())) {
                folder.keep(copy);
            }
        }
        newest = folder.newest().orElse(null);
        Frontier read = new Frontier();
        folder.readLeaves(read::addAll);
        if (newest != null && read.size() < newest.checkpoint().size()) {
            restoreLeaves(read, newest.checkpoint());
        }
        frontier = read;
        return read;
    }

    /** Leaves that the folder lacks, if the database still has those that were signed. */
    private void restoreLeaves(Frontier read, Checkpoint signed) throws IOException {
        if (builder.state().size() < signed.size() && !builder.isCaughtUp()) {
            throw new Problem(503, "ledger.behind", Map.of());
        }
        if (builder.state().size() >= signed.size()
                && new MerkleTree(tiles).root(signed.size()).equals(signed.root())) {
            LOG.warn("The folder {} lacked leaves; they are written again from the database", folder.path());
            keepLeaves(read, signed.size());
        }
    }
}
