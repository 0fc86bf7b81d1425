package dk.effektspor.query.ledger.proof;

import java.util.Base64;

/** Base64 that is written in one way only; the decoder of the JDK forgives left-out padding and stray last bits. */
final class StrictBase64 {

    private StrictBase64() {}

    static byte[] decoded(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("Not base64 as it is written: " + text);
        }
        return bytes;
    }
}
