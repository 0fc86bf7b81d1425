package dk.effektspor.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operating system's own PostgreSQL, started on a free port for one test. */
public final class DebianPostgres implements AutoCloseable {

    private final Path bin;
    private final String folder;
    private final int port;

    private DebianPostgres(Path bin, String folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    public static DebianPostgres start() throws IOException {
        Path bin = binaries();
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String folder = run("mktemp", "-d", "-t", "effektspor-debian-XXXXXX").strip();
        run(bin.resolve("initdb").toString(), "-D", folder, "-U", "municipality", "-A", "trust", "-E", "UTF8");
        DebianPostgres server = new DebianPostgres(bin, folder, port);
        server.comeBack();
        return server;
    }

    /** Stops the server as when its machine stops; its data stays. */
    public void goAway() throws IOException {
        run(bin.resolve("pg_ctl").toString(), "-D", folder, "-m", "immediate", "-w", "stop");
    }

    /** Starts the server on the data it had. */
    public void comeBack() throws IOException {
        run(
                bin.resolve("pg_ctl").toString(),
                "-D",
                folder,
                "-l",
                folder + "/server.log",
                "-w",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "start");
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static Path binaries() throws IOException {
        Path installed = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(installed)) {
            try (var versions = Files.list(installed)) {
                var found = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.naturalOrder());
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new AssertionError("This test needs Debian's PostgreSQL server under " + installed
                + ": apt-get install postgresql (./effektspor test does it)");
    }

    /** As the user postgres when we are root, as whom PostgreSQL refuses to run. */
    private static String run(String... command) throws IOException {
        List<String> full = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            full.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        full.addAll(List.of(command));
        Path output = Files.createTempFile("debian-postgres", ".out");
        try {
            Process process = new ProcessBuilder(full)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(full + " failed: " + said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public void close() {
        try {
            goAway();
            run("rm", "-rf", folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
