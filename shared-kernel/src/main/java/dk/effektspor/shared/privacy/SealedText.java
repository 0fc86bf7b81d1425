package dk.effektspor.shared.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Text that only a holder of the citizen's data key can read, bound to the citizen's id. Commands, events and views carry
 * personal data in this form only. Format 2 is {@code 2.} and base64url of a {@link Disclosure commitment}, AES-256-GCM
 * ciphertext and tag: one text can be shown to be what was sealed without giving the key away. Format 1, {@code 1.} and
 * base64url of nonce, ciphertext and tag, is read but no longer written.
 */
public record SealedText(@JsonValue String ciphertext) {

    @JsonCreator
    public SealedText {
        if (!isSealed(ciphertext)) {
            // The offending value may be clear text: it must not reach a log through this message.
            throw new IllegalArgumentException("Sealed text must start with its format version");
        }
    }

    /** Whether a string has the form of a sealed text. */
    public static boolean isSealed(String text) {
        return text.startsWith("2.") || text.startsWith("1.");
    }

    @Override
    public String toString() {
        return "sealed";
    }
}
