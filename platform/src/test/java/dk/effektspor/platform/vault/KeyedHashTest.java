package dk.effektspor.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    private static final byte[] CONTENT = "{\"cpr\":\"6101120001\"}".getBytes(UTF_8);

    private final String secret = MasterKey.generate();
    private final KeyedHash hash = MasterKey.of(secret, "test");

    @Test
    void the_same_content_is_recognised_after_a_restart() {
        assertThat(MasterKey.of(secret, "test").of("request", CONTENT)).isEqualTo(hash.of("request", CONTENT));
    }

    @Test
    void without_the_key_or_for_another_purpose_nobody_comes_to_the_same_hash() throws Exception {
        assertThat(hash.of("request", CONTENT))
                .hasSize(64)
                .isNotEqualTo(MasterKey.of(MasterKey.generate(), "test").of("request", CONTENT))
                .isNotEqualTo(hash.of("import", CONTENT))
                .isNotEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT)));
    }
}
