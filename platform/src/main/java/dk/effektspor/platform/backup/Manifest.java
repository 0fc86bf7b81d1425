package dk.effektspor.platform.backup;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one part of a backup holds, in {@code manifest.json} beside it, with its own hash in {@code manifest.json.sha256}.
 *
 * @param format raised when an older program could not read what this one writes
 * @param madeAt when the transaction began whose view of the database this is
 * @param schema versions of the migrations the tables were made by, in the order they ran
 * @param lastGlobalIndex of the event log; 0 when there is no event
 */
record Manifest(
        int format,
        Part part,
        Instant madeAt,
        List<String> schema,
        long lastGlobalIndex,
        List<Table> tables,
        List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";
    private static final String HASH = FILE + ".sha256";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The citizens' keys are kept apart from all else, since they must not be kept as long. */
    enum Part {
        DATA,
        KEYS
    }

    /** One table and the file its rows are in. */
    record Table(String name, List<String> columns, String file, long rows, long bytes, String sha256) {}

    /** The last number an identity column or a sequence has given out. */
    record Sequence(String name, long lastValue) {}

    /** Rows of one table; 0 if it is not in this part. */
    long rowsOf(String table) {
        return tables.stream()
                .filter(t -> t.name().equals(table))
                .mapToLong(Table::rows)
                .sum();
    }

    long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }

    void writeTo(Path folder) throws IOException {
        byte[] json = JSON.writeValueAsBytes(this);
        Files.write(OwnedFiles.create(folder.resolve(FILE)), json);
        // As sha256sum writes it, so that it can be checked without this program.
        Files.writeString(OwnedFiles.create(folder.resolve(HASH)), Sha256.of(json) + "  " + FILE + "\n");
    }

    /**
     * Reads a part's manifest and every byte it speaks of.
     *
     * @throws StartRefused naming the file that is missing or damaged
     */
    static Manifest readAndCheck(Path folder, Part part) throws IOException {
        Path file = folder.resolve(FILE);
        Path hash = folder.resolve(HASH);
        if (!Files.isReadable(file) || !Files.isReadable(hash)) {
            throw missing(Files.isReadable(file) ? hash : file);
        }
        byte[] json = Files.readAllBytes(file);
        if (!Files.readString(hash, StandardCharsets.ISO_8859_1).startsWith(Sha256.of(json) + " ")) {
            throw damaged(file);
        }
        Manifest manifest = parsed(json, file);
        if (manifest.format() > FORMAT) {
            throw new StartRefused(
                    "Sikkerhedskopien " + folder + " er skrevet af en nyere udgave; brug den til at genskabe.",
                    "The backup " + folder + " was written by a newer release; restore with that one.");
        }
        if (manifest.part() != part) {
            throw new StartRefused(
                    folder + " er ikke den del af en sikkerhedskopi, der skulle være dér.",
                    folder + " is not the part of a backup that belongs there.");
        }
        for (Table table : manifest.tables()) {
            Path rows = folder.resolve(table.file());
            if (!Files.isReadable(rows)) {
                throw missing(rows);
            }
            if (Files.size(rows) != table.bytes() || !Sha256.of(rows).equals(table.sha256())) {
                throw damaged(rows);
            }
        }
        return manifest;
    }

    private static Manifest parsed(byte[] json, Path file) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw damaged(file);
        }
    }

    private static StartRefused missing(Path file) {
        return new StartRefused(
                "Filen " + file + " mangler i sikkerhedskopien; intet er genskabt.",
                "The file " + file + " is missing from the backup; nothing was restored.");
    }

    private static StartRefused damaged(Path file) {
        return new StartRefused(
                "Filen " + file + " er beskadiget: den er ikke, som den blev skrevet. Intet er genskabt.",
                "The file " + file + " is damaged: it is not as it was written. Nothing was restored.");
    }
}
