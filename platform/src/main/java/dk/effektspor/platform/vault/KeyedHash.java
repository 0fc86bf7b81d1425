package dk.effektspor.platform.vault;

/**
 * Recognises again what must not be kept: a hash that nobody without the master key can try guesses against.
 */
public interface KeyedHash {

    /**
     * The hash, in hexadecimal.
     *
     * @param purpose what it is for; the same content has another hash for each purpose
     */
    String of(String purpose, byte[] content);
}
