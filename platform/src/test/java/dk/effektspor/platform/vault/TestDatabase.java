package dk.effektspor.platform.vault;

import dk.effektspor.platform.postgres.TestServer;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL server for all tests of the JVM; each caller gets a database of its own. */
public final class TestDatabase {

    private static final TestServer SERVER = TestServer.start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** An empty database. */
    public static DataSource empty() {
        String name = "test" + COUNT.incrementAndGet();
        JdbcClient.create(SERVER.database("postgres"))
                .sql("create database " + name)
                .update();
        return SERVER.database(name);
    }

    /** A database with the tables of the vault and the sign-in. */
    public static DataSource migrated() {
        DataSource database = empty();
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }
}
