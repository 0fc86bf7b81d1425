package dk.effektspor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What an operator puts into a restored data folder: what no backup holds. */
final class OwnFiles {

    private OwnFiles() {}

    static void putKeys(Path data, Path restored) throws IOException {
        Files.createDirectories(restored.resolve("keys"));
        for (String own : List.of("keys/master.key", "keys/ledger.key", "keys/first-passwords.txt")) {
            Files.copy(data.resolve(own), restored.resolve(own));
        }
    }

    static void putLedger(Path data, Path restored) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("ledger"))) {
            for (Path file : files.toList()) {
                Files.copy(file, restored.resolve(data.relativize(file)));
            }
        }
    }
}
