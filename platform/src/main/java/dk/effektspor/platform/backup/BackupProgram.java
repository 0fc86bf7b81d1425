package dk.effektspor.platform.backup;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.postgres.PostgresDoor;
import dk.effektspor.platform.postgres.PostgresSettings;
import dk.effektspor.platform.postgres.ProgramProperties;
import dk.effektspor.platform.vault.ErasedList;
import dk.effektspor.shared.casefile.CitizenId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;

/**
 * {@code backup FOLDER}, {@code backup --keys FOLDER} and {@code restore FOLDER --erased FILE|none [--keys FOLDER]}, with the properties the
 * application has. Exits with 0 when done, 2 when refused before anything was changed, 1 when it failed on the way.
 */
public final class BackupProgram {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;

    /** In place of the list: nobody was forgotten, or the list is lost. */
    private static final Path NONE = Path.of("none");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final PostgresSettings settings;
    private final Path data;
    private final Teller teller;

    private BackupProgram(PostgresSettings settings, Path data, Teller teller) {
        this.settings = settings;
        this.data = data;
        this.teller = teller;
    }

    /** Does what the arguments say and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Teller teller = new Teller(Locale.getDefault(), System.out, System.console() != null);
        int code;
        try (ProgramProperties properties = new ProgramProperties(arguments)) {
            new BackupProgram(properties.postgres(), properties.data(), teller).run(ProgramProperties.words(arguments));
            code = DONE;
        } catch (StartRefused refused) {
            System.err.println(refused.sentence(Locale.getDefault()));
            code = REFUSED;
        } catch (IOException | SQLException | DataAccessException | FlywayException failure) {
            teller.say("Det lykkedes ikke: %s", "It failed: %s", String.valueOf(failure.getMessage()));
            code = FAILED;
        }
        System.exit(code);
    }

    private void run(List<String> words) throws IOException, SQLException {
        if (words.size() == 2 && words.get(0).equals("backup")) {
            backUp(Path.of(words.get(1)));
        } else if (words.size() == 3
                && words.get(0).equals("backup")
                && words.get(1).equals("--keys")) {
            backUpKeys(Path.of(words.get(2)));
        } else if (words.size() >= 2 && words.size() % 2 == 0 && words.get(0).equals("restore")) {
            Path from = Path.of(words.get(1));
            Map<String, Path> given = paths(words.subList(2, words.size()));
            restore(from, given.getOrDefault("--keys", from.resolve(Backup.KEYS)), listOf(given));
        } else {
            throw usage();
        }
    }

    private static Map<String, Path> paths(List<String> options) {
        Map<String, Path> paths = new HashMap<>();
        for (int i = 0; i < options.size(); i += 2) {
            if (!List.of("--keys", "--erased").contains(options.get(i))
                    || paths.put(options.get(i), Path.of(options.get(i + 1))) != null) {
                throw usage();
            }
        }
        return paths;
    }

    private static StartRefused usage() {
        return new StartRefused(
                "Brug: backup MAPPE, backup --keys MAPPE eller restore MAPPE --erased FIL|none [--keys MAPPE]",
                "Usage: backup FOLDER, backup --keys FOLDER or restore FOLDER --erased FILE|none [--keys FOLDER]");
    }

    /** It must be said: a key part from before somebody was forgotten would bring them back without a word. */
    private static Path listOf(Map<String, Path> given) {
        Path list = given.get("--erased");
        if (list == null) {
            throw new StartRefused(
                    "Sig, hvem der er glemt, så en glemt borger ikke kommer igen: --erased DATAMAPPE/keys/erased med listen fra den"
                            + " seneste datamappe, eller --erased none, hvis den mappe og listen er tabt.",
                    "Say who has been forgotten, lest a forgotten citizen come back: --erased DATA/keys/erased with the list of the"
                            + " latest data folder, or --erased none if that folder and the list are lost.");
        }
        return list;
    }

    private void backUp(Path target) throws IOException, SQLException {
        try (PostgresDoor door = PostgresDoor.open(settings, data)) {
            teller.say("Sikkerhedskopierer …", "Backing up …");
            Clock clock = Clock.systemUTC();
            Manifest made = new Backup(door.connections(), clock, teller).everythingInto(target);
            new LastBackup(made.madeAt(), made.rowsOf("event"), made.bytes()).writeTo(data);
            teller.say(
                    "Sikkerhedskopien ligger i %s: %,d hændelser, %,d kB.",
                    "The backup is in %s: %,d events, %,d kB.", target, made.rowsOf("event"), made.bytes() / 1000);
            teller.say(
                    "Borgernes nøgler ligger for sig i %s; gem dem ikke længere, end en glemt borger må kunne genskabes.",
                    "The citizens' keys are apart in %s; do not keep them longer than a forgotten citizen may come back.",
                    target.resolve(Backup.KEYS));
            tellOfTheMasterKey();
        }
    }

    private void backUpKeys(Path target) throws IOException, SQLException {
        try (PostgresDoor door = PostgresDoor.open(settings, data)) {
            Manifest made = new Backup(door.connections(), Clock.systemUTC(), teller).keysInto(target);
            teller.say(
                    "Borgernes nøgler ligger i %s: %,d borgere.",
                    "The citizens' keys are in %s: %,d citizens.", target, made.rowsOf("citizen"));
            tellOfTheMasterKey();
        }
    }

    private void tellOfTheMasterKey() {
        teller.say(
                "Hovednøglen (keys/master.key) er IKKE med: gem en kopi af den et andet sted. Uden den kan intet læses.",
                "The master key (keys/master.key) is NOT in it: keep a copy elsewhere. Without it nothing can be read.");
    }

    private static Set<CitizenId> erasedOn(Path list) {
        if (list.equals(NONE)) {
            return Set.of();
        }
        if (!Files.isRegularFile(list)) {
            throw new StartRefused("Listen " + list + " findes ikke.", "There is no list " + list + ".");
        }
        return new ErasedList(list).all();
    }

    private void restore(Path from, Path keys, Path erased) throws IOException, SQLException {
        Restore restore = Restore.of(from, keys, erasedOn(erased), teller);
        try (PostgresDoor door = PostgresDoor.openNew(settings, data)) {
            teller.say("Genskaber i %s …", "Restoring into %s …", data);
            restore.into(door.connections());
            RestoredData.mark(data, restore.data().madeAt());
            door.restored();
        }
        teller.say(
                "Genskabt, som det var %s: %,d hændelser.",
                "Restored as it was at %s: %,d events.",
                WHEN.format(restore.data().madeAt()),
                restore.data().rowsOf("event"));
        if (erased.equals(NONE)) {
            teller.say(
                    "Ingen liste over glemte borgere er brugt: læg keys/erased fra den seneste datamappe ved siden af hovednøglen,"
                            + " før der startes; ellers kan den, der siden er glemt, komme igen.",
                    "No list of forgotten citizens was used: put keys/erased of the latest data folder beside the master key"
                            + " before the start; or whoever was forgotten since may come back.");
        }
        Path key = data.toAbsolutePath().normalize().resolve("keys/master.key");
        teller.say(
                "Læg nu hovednøglen dér, hvor den hører til: %s (chmod 600), ledger.key ved siden af, og den nyeste mappe ledger i"
                        + " datamappen. Start så med: ./effektspor run --data %s",
                "Now put the master key where it belongs: %s (chmod 600), ledger.key beside it, and the newest folder ledger"
                        + " into the data folder. Then start: ./effektspor run --data %s",
                key,
                data);
    }
}
