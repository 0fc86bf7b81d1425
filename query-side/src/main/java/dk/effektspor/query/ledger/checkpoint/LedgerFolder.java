package dk.effektspor.query.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.query.ledger.tree.Frontier;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is kept of the ledger outside the database: {@code leaves}, 32 bytes each and only ever added to; {@code keys}, the
 * verifier keys, one a line; and under {@code checkpoints/YYYY/MM/DD} every checkpoint as {@code HHMMSS.mmm-SIZE.note} by
 * the clock of UTC.
 */
public final class LedgerFolder {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final String NOTE = ".note";
    private static final int READ_AT_ONCE = 1 << 20;

    private final Path folder;
    private final Path leaves;
    private final Path keys;
    private final Path checkpoints;

    public LedgerFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.leaves = this.folder.resolve("leaves");
        this.keys = this.folder.resolve("keys");
        this.checkpoints = this.folder.resolve("checkpoints");
    }

    public Path path() {
        return folder;
    }

    /** Leaves kept. */
    public long size() {
        try {
            return Files.exists(leaves) ? Files.size(leaves) / Hash.BYTES : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many leaves from a position on, as far as there are so many. */
    public byte[] leaves(long from, int count) {
        if (!Files.exists(leaves)) {
            return new byte[0];
        }
        try (RandomAccessFile file = new RandomAccessFile(leaves.toFile(), "r")) {
            long there = Math.max(0, Math.min(count, file.length() / Hash.BYTES - from));
            byte[] read = new byte[Math.toIntExact(there * Hash.BYTES)];
            file.seek(from * Hash.BYTES);
            file.readFully(read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands out all leaves, in pieces of whole hashes. */
    void readLeaves(Consumer<byte[]> reader) throws IOException {
        if (!Files.exists(leaves)) {
            return;
        }
        long left = size() * Hash.BYTES;
        try (InputStream file = Files.newInputStream(leaves)) {
            while (left > 0) {
                byte[] piece = file.readNBytes((int) Math.min(left, READ_AT_ONCE));
                reader.accept(piece);
                left -= piece.length;
            }
        }
    }

    /** Root over the first so many leaves, of those that are there. */
    Hash rootOf(long size) {
        Frontier root = new Frontier();
        while (root.size() < size) {
            byte[] piece = leaves(root.size(), (int) Math.min(size - root.size(), READ_AT_ONCE / Hash.BYTES));
            if (piece.length == 0) {
                break;
            }
            root.addAll(piece);
        }
        return root.root();
    }

    /** Cuts off a leaf that a crash has left half written. */
    void mend() throws IOException {
        if (Files.exists(leaves) && Files.size(leaves) % Hash.BYTES != 0) {
            try (FileChannel file = FileChannel.open(leaves, StandardOpenOption.WRITE)) {
                file.truncate(size() * Hash.BYTES);
                file.force(true);
            }
        }
    }

    /** Returns when the leaves are on disk. */
    void add(byte[] newLeaves) throws IOException {
        DurableFile.createFolders(folder);
        DurableFile.append(leaves, newLeaves);
    }

    /** Verifier keys of all times, the oldest first. */
    public List<VerifierKey> keys() {
        try {
            return Files.exists(keys)
                    ? Files.readAllLines(keys).stream().map(VerifierKey::parse).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(VerifierKey key) throws IOException {
        if (!keys().contains(key)) {
            DurableFile.createFolders(folder);
            DurableFile.append(keys, (key.text() + "\n").getBytes(UTF_8));
        }
    }

    /** Writes the checkpoint, or what signatures have come to it since. */
    void keep(KeptCheckpoint kept) throws IOException {
        Path day = checkpoints.resolve(DAY.format(kept.madeAt()));
        String name = TIME.format(kept.madeAt()) + "-" + kept.checkpoint().size() + NOTE;
        DurableFile.write(day.resolve(name), kept.note().render().getBytes(UTF_8));
    }

    /** The newest checkpoint. */
    public Optional<KeptCheckpoint> newest() {
        return newestIn(checkpoints).map(this::read);
    }

    /** Every checkpoint, the oldest first, read a day's folder at a time; to be closed. */
    public Stream<KeptCheckpoint> all() {
        if (!Files.isDirectory(checkpoints)) {
            return Stream.empty();
        }
        try {
            return Files.walk(checkpoints)
                    .filter(Files::isDirectory)
                    .sorted()
                    .flatMap(LedgerFolder::notesIn)
                    .map(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> notesIn(Path day) {
        try {
            return Files.list(day).filter(LedgerFolder::isNote).sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names sort as time goes, so the last of each folder leads to the newest. */
    private static Optional<Path> newestIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted(Comparator.reverseOrder())
                    .map(path -> isNote(path) ? Optional.of(path) : newestIn(path))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNote(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(NOTE) && !name.startsWith(".");
    }

    private KeptCheckpoint read(Path note) {
        String moment = checkpoints.relativize(note).toString().replaceAll("-\\d+\\.note$", "");
        try {
            return new KeptCheckpoint(MOMENT.parse(moment, Instant::from), SignedNote.parse(Files.readString(note)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException damaged) {
            throw new DamagedFolder(note, damaged);
        }
    }
}
