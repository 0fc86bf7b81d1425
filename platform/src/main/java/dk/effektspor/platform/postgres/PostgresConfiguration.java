package dk.effektspor.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dk.effektspor.platform.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PostgreSQL as a data source: embedded, unless {@code effektspor.postgres.url} names another. */
@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);

    @Bean
    PostgresAddress postgresAddress(PostgresSettings settings, java.util.Optional<EmbeddedPostgres> embedded) {
        return embedded.map(EmbeddedPostgres::address).orElseGet(() -> PostgresAddress.external(settings));
    }

    @Bean
    DataSource dataSource(PostgresAddress address, PostgresSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("postgres");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(settings.poolSize());
        // While the server is away a caller is told so soon, and may ask again.
        pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        pool.setConnectionInitSql(TransactionTimeout.sql(serverVersion(address), settings.transactionTimeout()));
        // Prepared from the first use on: the same few statements all day.
        pool.addDataSourceProperty("prepareThreshold", "1");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // An error must not carry the row it was about into a log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    @Bean
    DeadRows deadRows(DataSource dataSource, PostgresSettings settings) {
        return new DeadRows(dataSource, settings.isEmbedded());
    }

    /** Migrations connect by themselves: they may take longer than a transaction of ours is allowed to. */
    @Bean
    FlywayConnectionDetails migrationConnection(PostgresAddress address) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.url();
            }
        };
    }

    private static int serverVersion(PostgresAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new StartRefused(
                    "PostgreSQL svarer ikke på " + address.url() + ": " + e.getMessage(),
                    "PostgreSQL does not answer at " + address.url() + ": " + e.getMessage(),
                    e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "effektspor.postgres.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {

        @Bean
        DataFolder dataFolder(@Value("${effektspor.data:./data}") Path folder) {
            return DataFolder.open(folder);
        }

        @Bean
        EmbeddedPostgres embeddedPostgres(DataFolder folder, PostgresSettings settings) {
            return EmbeddedPostgres.start(folder, settings.binariesFor(folder));
        }
    }
}
