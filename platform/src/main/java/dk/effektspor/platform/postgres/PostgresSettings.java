package dk.effektspor.platform.postgres;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which PostgreSQL to use.
 *
 * @param url JDBC URL of an external server; absent for the embedded one
 * @param user who signs in at an external server; effektspor if absent
 * @param password the password of that user; the embedded server has one of its own
 * @param poolSize connections held open
 * @param transactionTimeout how long a transaction may last before the server ends it
 * @param minimumFree room that must be free on the embedded server's disk for commands to be taken
 * @param binaries where the embedded server's programs are unpacked; absent for the data folder
 */
@ConfigurationProperties("effektspor.postgres")
public record PostgresSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("16") int poolSize,
        @DefaultValue("20s") Duration transactionTimeout,
        @DefaultValue("128MB") DataSize minimumFree,
        @Nullable Path binaries) {

    boolean isEmbedded() {
        return url == null || url.equals("embedded");
    }

    Path binariesFor(DataFolder folder) {
        return binaries == null ? folder.path().resolve("programs") : binaries.toAbsolutePath();
    }

    @Override
    public String toString() {
        // The password must not reach a log through a record's own toString.
        return "PostgresSettings[url=" + url + ", user=" + user + "]";
    }
}
