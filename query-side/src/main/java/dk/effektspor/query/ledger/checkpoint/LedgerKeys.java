package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.vault.OwnerOnlyFile;
import dk.effektspor.query.ledger.proof.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The signing key in its file, and the one that is to take its place. */
public final class LedgerKeys {

    private final Path file;
    private final Path nextFile;
    private SigningKey current;

    private LedgerKeys(Path file, SigningKey current) {
        this.file = file;
        this.nextFile = next(file);
        this.current = current;
    }

    /**
     * Reads the key, or makes the first one.
     *
     * @param signed whether checkpoints of this origin have been signed
     * @throws StartRefused if the key is gone although it has signed, is another log's, is damaged, or can be read by
     *     others
     */
    public static LedgerKeys open(Path path, String origin, boolean signed) {
        Path file = path.toAbsolutePath().normalize();
        try {
            if (!Files.exists(file)) {
                if (signed) {
                    throw lost(file, origin);
                }
                OwnerOnlyFile.writeNew(file, SigningKey.generate(origin).secret());
            }
            return new LedgerKeys(file, read(file, origin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SigningKey read(Path file, String origin) throws IOException {
        if (OwnerOnlyFile.isReadableByOthers(file)) {
            throw new StartRefused(
                    "Nøglefilen " + file + " kan læses af andre end dens ejer. Kør: chmod 600 " + file,
                    "The key file " + file + " can be read by others than its owner. Run: chmod 600 " + file);
        }
        SigningKey key;
        try {
            key = SigningKey.parse(Files.readString(file));
        } catch (IllegalArgumentException damaged) {
            throw new StartRefused(
                    "Nøglefilen " + file + " er beskadiget. Læg kopien af den på plads.",
                    "The key file " + file + " is damaged. Put the copy of it in its place.");
        }
        if (!key.verifier().name().equals(origin)) {
            throw new StartRefused(
                    "Nøglen i " + file + " hører til loggen " + key.verifier().name()
                            + ", men effektspor.ledger.origin er " + origin + ".",
                    "The key in " + file + " belongs to the log "
                            + key.verifier().name() + ", but effektspor.ledger.origin is " + origin + ".");
        }
        return key;
    }

    private static StartRefused lost(Path file, String origin) {
        return new StartRefused(
                "Nøglen " + file + ", der har underskrevet loggen " + origin
                        + ", mangler. Læg kopien af den på plads. Er den tabt, begynder en ny log: se docs/ledger.md,"
                        + " afsnittet \"The key is lost\".",
                "The key " + file + " that has signed the log " + origin
                        + " is missing. Put the copy of it in its place. If it is lost, a new log begins: see"
                        + " docs/ledger.md, \"The key is lost\".");
    }

    public synchronized SigningKey current() {
        return current;
    }

    /** The key that is to sign from its event on. */
    synchronized Optional<SigningKey> next() throws IOException {
        return Files.exists(nextFile)
                ? Optional.of(read(nextFile, current.verifier().name()))
                : Optional.empty();
    }

    /** Makes the key that is to follow, or finds the one made before a crash. */
    synchronized SigningKey prepareNext() throws IOException {
        OwnerOnlyFile.writeNew(
                nextFile, SigningKey.generate(current.verifier().name()).secret());
        return next().orElseThrow();
    }

    /** Puts the next key in the place of the current one, which is thereby destroyed. */
    synchronized void change() throws IOException {
        SigningKey next = next().orElseThrow();
        OwnerOnlyFile.replace(file, nextFile);
        current = next;
    }

    private static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }
}
