package dk.effektspor.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Our embedded server for tests that need a database and no application. */
public final class TestServer {

    private final EmbeddedPostgres server;

    private TestServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static TestServer start() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-server");
            EmbeddedPostgres server = EmbeddedPostgres.start(DataFolder.open(folder), folder.resolve("programs"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return new TestServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its databases. */
    public DataSource database(String name) {
        String url = server.url().replaceAll("/[a-z]+(\\?|$)", "/" + name + "$1");
        return new DriverManagerDataSource(url, EmbeddedPostgres.USER, server.password());
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
