package dk.effektspor.platform.backup;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings a new database to the schema a backup was made of, and from there to today's. */
final class Migrations {

    private static final String SCRIPTS = "db/migration";

    private final Map<String, Resource> known = new TreeMap<>();
    private final List<String> wanted;

    /**
     * @param versions the migrations a backup's tables were made by
     * @throws StartRefused if one of them is not known here
     */
    Migrations(List<String> versions) throws IOException {
        wanted = versions;
        for (Resource script :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + SCRIPTS + "/V*.sql")) {
            String name = Objects.requireNonNull(script.getFilename());
            known.put(name.substring(1, name.indexOf("__")), script);
        }
        Set<String> unknown = new TreeSet<>(versions);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            throw new StartRefused(
                    "Sikkerhedskopien er af en nyere udgave (skemaets " + unknown + "); genskab med den.",
                    "The backup is of a newer release (its schema's " + unknown + "); restore with that one.");
        }
    }

    /** Runs exactly those migrations, so that rows meet the columns they were copied from. */
    void runThose(DataSource database) throws IOException {
        Path scripts = Files.createTempDirectory("effektspor-migrations-");
        try {
            for (String version : wanted) {
                Resource script = Objects.requireNonNull(known.get(version));
                try (InputStream in = script.getInputStream()) {
                    Files.copy(in, scripts.resolve(Objects.requireNonNull(script.getFilename())));
                }
            }
            run(database, "filesystem:" + scripts);
        } finally {
            OwnedFiles.delete(scripts);
        }
    }

    /** Runs what has been added since, over the restored rows. */
    void runTheRest(DataSource database) {
        run(database, "classpath:" + SCRIPTS);
    }

    private static void run(DataSource database, String location) {
        Flyway.configure()
                .dataSource(database)
                .locations(location)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
