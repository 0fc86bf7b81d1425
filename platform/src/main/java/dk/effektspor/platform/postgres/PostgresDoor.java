package dk.effektspor.platform.postgres;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The way into PostgreSQL for a program that is not the application, such as the one that makes backups. */
public final class PostgresDoor implements AutoCloseable {

    private final PostgresAddress address;
    private final @Nullable EmbeddedPostgres own;
    private final @Nullable DataFolder folder;

    private PostgresDoor(PostgresAddress address, @Nullable EmbeddedPostgres own, @Nullable DataFolder folder) {
        this.address = address;
        this.own = own;
        this.folder = folder;
    }

    /**
     * The server the application uses, started if it is the embedded one and does not run.
     *
     * @throws StartRefused if there is none
     */
    public static PostgresDoor open(PostgresSettings settings, Path data) throws IOException {
        if (!settings.isEmbedded()) {
            return new PostgresDoor(PostgresAddress.external(settings), null, null);
        }
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            Path path = data.toAbsolutePath().normalize();
            throw new StartRefused(
                    "Der er ingen data i mappen " + path + "; angiv den rigtige med --data.",
                    "There is no data in the folder " + path + "; name the right one with --data.");
        }
        Optional<DataFolder> free = DataFolder.openUnlessHeld(data);
        return free.isPresent()
                ? started(free.get(), settings)
                : new PostgresDoor(running(data.toAbsolutePath().normalize()), null, null);
    }

    /**
     * A new embedded server in an empty folder, which nobody else can use before {@link #restored()}.
     *
     * @throws StartRefused if the folder is not empty
     */
    public static PostgresDoor openNew(PostgresSettings settings, Path data) {
        return started(DataFolder.openForRestore(data), settings);
    }

    private static PostgresDoor started(DataFolder folder, PostgresSettings settings) {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, settings.binariesFor(folder));
        return new PostgresDoor(server.address(), server, folder);
    }

    /** The server of an application that runs: the fourth line of the server's own pid file is its port. */
    private static PostgresAddress running(Path data) throws IOException {
        Path pidFile = data.resolve("postgres/postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.size() < 4) {
            throw new StartRefused(
                    "Effektspor er ved at starte eller stoppe i " + data + "; prøv igen om lidt.",
                    "Effektspor is starting or stopping in " + data + "; try again in a moment.");
        }
        return EmbeddedPostgres.addressAt(
                Integer.parseInt(lines.get(3).strip()),
                Files.readString(data.resolve("postgres-password")).strip());
    }

    /** New connections to the server, one for each that is asked for. */
    public DataSource connections() {
        DriverManagerDataSource source = new DriverManagerDataSource(address.url(), address.user(), address.password());
        Properties properties = new Properties();
        // An error must not carry the row it was about to a screen.
        properties.setProperty("logServerErrorDetail", "false");
        source.setConnectionProperties(properties);
        return source;
    }

    /** Says that all is there; from now on the folder is like any other. */
    public void restored() throws IOException {
        if (folder != null) {
            folder.restored();
        }
    }

    /** Stops the server if it was started here. */
    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
