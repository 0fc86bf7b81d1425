package dk.effektspor.platform.backup;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.backup.Manifest.Part;
import dk.effektspor.platform.backup.Manifest.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Writes everything PostgreSQL holds into a folder, as it was at one moment, while others go on writing. The folder
 * appears whole or not at all.
 */
final class Backup {

    /** Where the keys are within a backup that holds both parts. */
    static final String KEYS = "keys";

    private static final int BUFFER = 1 << 16;

    private final DataSource database;
    private final Clock clock;
    private final Teller teller;

    Backup(DataSource database, Clock clock, Teller teller) {
        this.database = database;
        this.clock = clock;
        this.teller = teller;
    }

    /** Both parts, the keys in a folder of their own; answers what the data part holds. */
    Manifest everythingInto(Path target) throws IOException, SQLException {
        return whole(target, (connection, draft) -> {
            Instant at = clock.instant();
            Manifest data = part(connection, Part.DATA, draft, at);
            part(connection, Part.KEYS, OwnedFiles.createFolder(draft.resolve(KEYS)), at);
            return data;
        });
    }

    /** The keys alone, which may so be copied more often and kept for a shorter time. */
    Manifest keysInto(Path target) throws IOException, SQLException {
        return whole(target, (connection, draft) -> part(connection, Part.KEYS, draft, clock.instant()));
    }

    private interface Content {
        Manifest write(Connection connection, Path draft) throws IOException, SQLException;
    }

    private Manifest whole(Path target, Content content) throws IOException, SQLException {
        Path folder = target.toAbsolutePath().normalize();
        refuseIfTaken(folder);
        Path parent = Objects.requireNonNull(folder.getParent(), "the root folder is never free");
        Files.createDirectories(parent);
        Path draft = OwnedFiles.createFolder(parent.resolve(folder.getFileName() + ".part-" + UUID.randomUUID()));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Manifest written = content.write(connection, draft);
            OwnedFiles.force(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            OwnedFiles.delete(draft);
        }
    }

    private static void refuseIfTaken(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isEmpty()) {
                    return;
                }
            }
        }
        if (Files.exists(folder)) {
            throw new StartRefused(
                    folder + " findes allerede; en sikkerhedskopi overskriver aldrig. Vælg en ny mappe.",
                    folder + " exists already; a backup never overwrites. Choose a new folder.");
        }
    }

    private Manifest part(Connection connection, Part part, Path folder, Instant at) throws IOException, SQLException {
        Catalog catalog = new Catalog(connection);
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : catalog.tables(part).entrySet()) {
            tables.add(copy(connection, table.getKey(), table.getValue(), folder));
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                part,
                at,
                catalog.schema(),
                part == Part.DATA ? catalog.lastGlobalIndex() : 0,
                tables,
                // Numbers are given out outside any transaction, so asked last they are above every row copied.
                part == Part.DATA ? catalog.sequences() : List.of());
        manifest.writeTo(folder);
        return manifest;
    }

    private Table copy(Connection connection, String table, List<String> columns, Path folder)
            throws IOException, SQLException {
        Path file = OwnedFiles.create(folder.resolve(table + ".copy.gz"));
        MessageDigest digest = Sha256.digest();
        long rows;
        try (OutputStream out = Counted.out(
                new GZIPOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), BUFFER),
                bytes -> teller.at(table, bytes))) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + Catalog.quoted(table, columns) + " to stdout", out);
        }
        teller.say("  %s: %,d rækker", "  %s: %,d rows", table, rows);
        return new Table(
                table, columns, file.getFileName().toString(), rows, Files.size(file), Sha256.hex(digest.digest()));
    }
}
