package dk.effektspor.platform.vault;

/** The application must not start with this master key; the message is one sentence for the operator. */
public final class VaultRefused extends RuntimeException {

    VaultRefused(String sentence) {
        super(sentence);
    }
}
