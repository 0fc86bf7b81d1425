package dk.effektspor.platform.vault;

import dk.effektspor.platform.KeptFolder;
import dk.effektspor.platform.StartRefused;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {

    @Bean
    MasterKey masterKey(JdbcClient jdbc, VaultSettings settings, @Value("${effektspor.data:./data}") Path data) {
        KeyCheck check = new KeyCheck(jdbc);
        MasterKey master = masterKey(settings, data, check.isTaken());
        check.confirm(master);
        return master;
    }

    @Bean
    DataKeys dataKeys(JdbcClient jdbc, MasterKey master) {
        return new DataKeys(jdbc, master, System::nanoTime);
    }

    /** Made after the forgotten were forgotten again: nothing is opened before that. */
    @Bean
    Vault vault(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MasterKey master,
            DataKeys keys,
            Forgetting forgetting) {
        return new PostgresVault(jdbc, transactions, master, keys);
    }

    @Bean
    KeptFolder masterKeyFolder(VaultSettings settings, @Value("${effektspor.data:./data}") Path data) {
        return KeptFolder.of(KeptFolder.What.KEYS, keyFile(settings, data));
    }

    @Bean
    Forgetting forgetting(JdbcClient jdbc, DataKeys keys, @Value("${effektspor.data:./data}") Path data) {
        return new PostgresForgetting(jdbc, keys, new ErasedList(data.resolve("keys/erased")));
    }

    /** A new key is made only for a database that has not seen one: a lost key is refused, never replaced. */
    static MasterKey masterKey(VaultSettings settings, Path data, boolean taken) {
        if (settings.masterKey() != null && !settings.masterKey().isBlank()) {
            return MasterKey.of(settings.masterKey(), "effektspor.vault.master-key");
        }
        Path path = keyFile(settings, data);
        KeyFile file = new KeyFile(path);
        if (!file.exists()) {
            if (taken) {
                throw lost(path.toAbsolutePath().normalize());
            }
            file.generate();
        }
        return file.read();
    }

    private static Path keyFile(VaultSettings settings, Path data) {
        return settings.keyFile() != null ? settings.keyFile() : data.resolve("keys/master.key");
    }

    private static StartRefused lost(Path path) {
        return new StartRefused(
                "Nøglefilen " + path
                        + " mangler, og databasen er skrevet med en nøgle. Læg den oprindelige fil på plads.",
                "The key file " + path
                        + " is missing, and the database was written with a key. Put the original file back.");
    }
}
