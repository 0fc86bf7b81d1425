package dk.effektspor.platform.vault;

import dk.effektspor.platform.StartRefused;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses a master key other than the one the database was first written with. */
final class KeyCheck {

    private final JdbcClient jdbc;

    KeyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether some master key has been used with this database. */
    boolean isTaken() {
        return stored().isPresent();
    }

    void confirm(MasterKey key) {
        jdbc.sql("insert into vault_key_check (check_value) values (:value) on conflict do nothing")
                .param("value", key.checkValue())
                .update();
        if (!MessageDigest.isEqual(stored().orElseThrow(), key.checkValue())) {
            throw new StartRefused(
                    "Hovednøglen er ikke den, databasen er skrevet med; intet af det, der er forseglet, ville kunne"
                            + " læses. Brug den oprindelige nøgle.",
                    "The master key is not the one this database was written with;"
                            + " nothing sealed earlier could be read. Configure the original key.");
        }
    }

    private Optional<byte[]> stored() {
        return jdbc.sql("select check_value from vault_key_check")
                .query(byte[].class)
                .optional();
    }
}
