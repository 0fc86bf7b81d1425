package dk.effektspor.platform.security;

import static java.util.Objects.requireNonNull;

import dk.effektspor.platform.vault.OwnerOnlyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first users. Their passwords go to a file that only the owner can read, one {@code user password} a line:
 * the launcher shows it, and the operator removes it. They never go to the log, nor to the console, which so often ends
 * in one.
 */
final class FirstPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPasswords.class);

    private final LocalUsers users;
    private final PlatformTransactionManager transactions;
    private final PasswordEncoder encoder;
    private final Path file;
    private final NewPasswords generator = new NewPasswords();

    FirstPasswords(LocalUsers users, PlatformTransactionManager transactions, PasswordEncoder encoder, Path file) {
        this.users = users;
        this.transactions = transactions;
        this.encoder = encoder;
        this.file = file.toAbsolutePath().normalize();
    }

    /** Of several processes starting at once, one makes the users. */
    void makeIfNone(FirstUsers first) {
        if (!users.isEmpty()) {
            return;
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        first.users().forEach(user -> passwords.put(user.user(), generator.next()));
        // Hashing is slow on purpose; it must not hold a transaction open.
        Map<String, String> hashes = new LinkedHashMap<>();
        passwords.forEach((user, password) -> hashes.put(user, encoder.encode(password)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            users.lockTable();
            if (users.isEmpty()) {
                first.users()
                        .forEach(user -> users.add(
                                user.user(), requireNonNull(hashes.get(user.user())), user.role(), user.unit()));
                // Before the commit: users whose passwords nobody knows would lock everyone out.
                write(passwords);
                LOG.info("The first users and their passwords are in {}; remove the file when you have them", file);
            }
        });
    }

    private void write(Map<String, String> passwords) {
        StringBuilder lines = new StringBuilder();
        passwords.forEach((user, password) ->
                lines.append(user).append(' ').append(password).append('\n'));
        try {
            // Left by a first start that failed before its users were stored.
            Files.deleteIfExists(file);
            OwnerOnlyFile.writeNew(file, lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The first passwords cannot be written to " + file, e);
        }
    }
}
