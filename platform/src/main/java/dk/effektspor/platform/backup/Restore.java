package dk.effektspor.platform.backup;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.backup.Manifest.Part;
import dk.effektspor.platform.backup.Manifest.Sequence;
import dk.effektspor.platform.backup.Manifest.Table;
import dk.effektspor.shared.casefile.CitizenId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** A backup whose every byte has been checked, ready to be loaded into a new database. */
final class Restore {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path keyFolder;
    private final Manifest data;
    private final Manifest keys;
    private final Set<CitizenId> erased;
    private final Migrations migrations;
    private final Teller teller;

    private Restore(
            Path folder,
            Path keyFolder,
            Manifest data,
            Manifest keys,
            Set<CitizenId> erased,
            Migrations migrations,
            Teller teller) {
        this.folder = folder;
        this.keyFolder = keyFolder;
        this.data = data;
        this.keys = keys;
        this.erased = erased;
        this.migrations = migrations;
        this.teller = teller;
    }

    /**
     * Reads and checks both parts.
     *
     * @param erased the forgotten, whose keys are left out, whatever the parts hold
     * @throws StartRefused naming the file that is missing or damaged, if the keys are older than the data, or if
     *     the backup is of a newer release
     */
    static Restore of(Path folder, Path keyFolder, Set<CitizenId> erased, Teller teller) throws IOException {
        teller.say("Kontrollerer sikkerhedskopien …", "Checking the backup …");
        Manifest data = Manifest.readAndCheck(folder, Part.DATA);
        Manifest keys = Manifest.readAndCheck(keyFolder, Part.KEYS);
        if (keys.madeAt().isBefore(data.madeAt())) {
            throw new StartRefused(
                    "Nøglerne i " + keyFolder + " er ældre end dataene: den, der siden er glemt, ville komme igen, og"
                            + " den, der er kommet til, kunne ikke læses. Brug nøgler, der er mindst lige så nye.",
                    "The keys in " + keyFolder + " are older than the data: whoever was forgotten since would come"
                            + " back, and whoever was added could not be read. Use keys that are at least as new.");
        }
        return new Restore(folder, keyFolder, data, keys, erased, new Migrations(data.schema()), teller);
    }

    /** What is restored. */
    Manifest data() {
        return data;
    }

    /** Loads all of it in one transaction, which is committed only if everything is there. */
    void into(DataSource database) throws IOException, SQLException {
        migrations.runThose(database);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            load(connection, folder, data);
            load(connection, keyFolder, keys);
            Catalog catalog = new Catalog(connection);
            for (Sequence sequence : data.sequences()) {
                catalog.set(sequence);
            }
            if (catalog.lastGlobalIndex() != data.lastGlobalIndex()) {
                throw incomplete("event");
            }
            connection.commit();
        }
        migrations.runTheRest(database);
        JdbcTemplate sql = new JdbcTemplate(database);
        erased.forEach(citizen -> sql.update(
                "insert into citizen (citizen_id, erased_at) values (?, now()) on conflict do nothing",
                citizen.value()));
    }

    private void load(Connection connection, Path from, Manifest part) throws IOException, SQLException {
        for (Table table : part.tables()) {
            RowsOfTheForgotten left = new RowsOfTheForgotten(table, erased);
            try (InputStream rows = left.outOf(Counted.in(
                    new GZIPInputStream(Files.newInputStream(from.resolve(table.file())), BUFFER),
                    bytes -> teller.at(table.name(), bytes)))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + Catalog.quoted(table.name(), table.columns()) + " from stdin", rows, BUFFER);
            }
            if (new Catalog(connection).rows(table.name()) + left.count() != table.rows()) {
                throw incomplete(table.name());
            }
            teller.say("  %s: %,d rækker", "  %s: %,d rows", table.name(), table.rows());
        }
    }

    private static StartRefused incomplete(String table) {
        return new StartRefused(
                "Tabellen " + table + " blev ikke, som den var; intet er genskabt.",
                "The table " + table + " did not become what it was; nothing was restored.");
    }
}
