package dk.effektspor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the built application as {@code ./effektspor} does, from an archive of its classes: a test that starts it again
 * and again would otherwise do little else.
 */
final class FastStart {

    private static final Path BUILT = Script.ROOT.resolve("standalone/target");
    /** One for each process that runs tests, so that none reads what another still writes. */
    private static final Path ARCHIVE = Path.of(
                    "target", "faults" + System.getProperty("surefire.forkNumber", "") + ".jsa")
            .toAbsolutePath();

    private static final String BINARIES =
            "effektspor.postgres.binaries=" + System.getProperty("effektspor.postgres.binaries", "");

    private FastStart() {}

    /** Starts the server on a data folder; returns at once. */
    static Server server(Path data, String... properties) throws IOException {
        return server(data, List.of(), properties);
    }

    /** The same with options of Java of its own, which go before the usual ones. */
    static Server server(Path data, List<String> options, String... properties) throws IOException {
        List<String> java = new ArrayList<>(java("-XX:SharedArchiveFile=" + archive(), "-Xshare:auto"));
        java.addAll(options);
        return Server.start(data, java, with(properties));
    }

    /** One run of the same program leaves the archive behind when it ends. */
    private static synchronized Path archive() throws IOException {
        if (!isCurrent()) {
            Files.deleteIfExists(ARCHIVE);
            Path folder = Files.createTempDirectory(ARCHIVE.getParent(), "archived");
            try (Server server = Server.start(folder, java("-XX:ArchiveClassesAtExit=" + ARCHIVE), with())) {
                server.awaitReady();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return ARCHIVE;
    }

    private static boolean isCurrent() throws IOException {
        return Files.exists(ARCHIVE) && modified(ARCHIVE).compareTo(modified(BUILT.resolve("standalone.jar"))) > 0;
    }

    private static FileTime modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file);
    }

    private static List<String> java(String... options) throws IOException {
        List<String> java = new ArrayList<>(List.of(options));
        java.addAll(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        java.addAll(List.of("-cp", classPath()));
        return java;
    }

    /** Jars only: an archive takes no folder of classes. */
    private static String classPath() throws IOException {
        Path jar = BUILT.resolve("standalone.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing; build first with ./effektspor build");
        }
        try (var libraries = Files.list(BUILT.resolve("lib"))) {
            StringBuilder path = new StringBuilder(jar.toString());
            libraries.sorted().forEach(library -> path.append(':').append(library));
            return path.toString();
        }
    }

    private static List<String> with(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add(BINARIES);
        return all;
    }
}
