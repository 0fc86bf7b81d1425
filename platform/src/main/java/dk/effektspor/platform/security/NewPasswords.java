package dk.effektspor.platform.security;

import java.security.SecureRandom;

/** Makes passwords that nobody can guess and that can be read aloud or typed from paper. */
final class NewPasswords {

    // Without the signs that are taken for one another.
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    String next() {
        return random.ints(LENGTH, 0, SIGNS.length())
                .map(SIGNS::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
