package dk.effektspor.query.effect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers with an entity tag over all they were computed from; the framework answers 304 to a reader who has it. */
final class Tagged {

    private static final int HALF_A_DIGEST = 32;

    private Tagged() {}

    /** @param parts whose written forms together decide the body: basis, definition, published figures */
    static <T> ResponseEntity<T> answer(T body, Object... parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        String tag = HexFormat.of().formatHex(digest.digest()).substring(0, HALF_A_DIGEST);
        return ResponseEntity.ok()
                .eTag('"' + tag + '"')
                .cacheControl(
                        CacheControl.maxAge(Duration.ZERO).mustRevalidate().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .body(body);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
