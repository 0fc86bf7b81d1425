package dk.effektspor.shared.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Text that only a holder of the citizen's data key can read: {@code 1.} and base64url of nonce, AES-256-GCM ciphertext
 * and tag, bound to the citizen's id. Commands, events and views carry personal data in this form only.
 */
public record SealedText(@JsonValue String ciphertext) {

    @JsonCreator
    public SealedText {
        if (!ciphertext.startsWith("1.")) {
            // The offending value may be clear text: it must not reach a log through this message.
            throw new IllegalArgumentException("Sealed text must start with its format version");
        }
    }

    @Override
    public String toString() {
        return "sealed";
    }
}
