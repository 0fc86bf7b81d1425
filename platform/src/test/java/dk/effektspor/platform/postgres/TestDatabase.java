package dk.effektspor.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL server for all tests of the JVM; each caller gets a database of its own. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** An empty database. */
    public static DataSource empty() {
        String name = "test" + COUNT.incrementAndGet();
        JdbcClient.create(dataSource(SERVER.url()))
                .sql("create database " + name)
                .update();
        return dataSource(SERVER.url().replaceFirst("/postgres$", "/" + name));
    }

    /** A database with the tables of the vault and the sign-in. */
    public static DataSource migrated() {
        DataSource database = empty();
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static DataSource dataSource(String url) {
        return new DriverManagerDataSource(url, EmbeddedPostgres.USER, SERVER.password());
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-database");
            EmbeddedPostgres server = EmbeddedPostgres.start(DataFolder.open(folder), folder.resolve("binaries"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
