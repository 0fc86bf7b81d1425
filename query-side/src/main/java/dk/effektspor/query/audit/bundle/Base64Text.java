package dk.effektspor.query.audit.bundle;

import java.util.Base64;

/** Bytes as a bundle writes them: base64 in the one way there is. */
final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (!of(bytes).equals(text)) {
                throw new LineReader.Malformed();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new LineReader.Malformed();
        }
    }
}
