package dk.effektspor.platform.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key comes from.
 *
 * @param masterKey the master key itself, 32 bytes in base64; wins over the file
 * @param keyFile the file with the master key; absent: {@code keys/master.key} in the data folder, made at the first start
 */
@ConfigurationProperties("effektspor.vault")
record VaultSettings(@Nullable String masterKey, @Nullable Path keyFile) {

    @Override
    public String toString() {
        return "VaultSettings[keyFile=" + keyFile + "]";
    }
}
