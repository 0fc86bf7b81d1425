package dk.effektspor.platform.postgres;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server whose data lives in the data folder. It outlives a killed application as a process of its
 * own; the next start finds that server through its {@code postmaster.pid}, stops it cleanly and goes on with its data.
 * When it is the server that ends, it is started again.
 */
final class EmbeddedPostgres implements PostgresWatch.Watched, AutoCloseable {

    static final String USER = "effektspor";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 20;

    private final Path home;
    private final Path data;
    private final Path log;
    private final String password;
    private final PostgresWatch watch = new PostgresWatch(this);
    private int port;
    private volatile long postmaster;

    private EmbeddedPostgres(Path home, Path data, Path log, String password) {
        this.home = home;
        this.data = data;
        this.log = log;
        this.password = password;
    }

    static EmbeddedPostgres start(DataFolder folder, Path binaries) {
        Path data = folder.path().resolve("postgres");
        Path log = folder.path().resolve("postgres.log");
        try {
            Path home = PostgresBinaries.unpackedUnder(binaries);
            Path secret = folder.path().resolve("postgres-password");
            EmbeddedPostgres server = new EmbeddedPostgres(home, data, log, password(secret));
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                server.initialize(secret);
            }
            server.stopLeftover();
            Files.deleteIfExists(log);
            server.startServer(EmbeddedPostgres::freePort);
            server.watch.begin();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return address().url();
    }

    String password() {
        return password;
    }

    PostgresAddress address() {
        return addressAt(port, password);
    }

    static PostgresAddress addressAt(int port, String password) {
        return new PostgresAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).trim();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
        return Files.readString(file);
    }

    private void initialize(Path passwordFile) throws IOException {
        // Built beside and moved in place, so that a start killed half-way leaves nothing that looks like a cluster.
        Path fresh = data.resolveSibling("postgres-new");
        deleteRecursively(fresh);
        List<String> command = List.of(
                program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                // The loopback address is open to every user of the machine; a password is not.
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Answer answer = run(command, 120);
        if (answer.code() != 0) {
            throw cannotStart(answer.output());
        }
        Files.move(fresh, data, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Stops the server that a killed application left running on our data, and only that. */
    private void stopLeftover() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = pidLines();
        if (!lines.isEmpty() && lines.get(0).trim().matches("\\d+")) {
            long pid = Long.parseLong(lines.get(0).trim());
            if (ProcessHandle.of(pid).filter(this::runsOnOurData).isPresent()) {
                LOG.info("Stopping PostgreSQL process {}, left running on {} by a killed application", pid, data);
                stop();
                return;
            }
        }
        // Left by a crash; its number may since belong to any other process, at which PostgreSQL would balk.
        Files.deleteIfExists(pidFile);
    }

    private boolean runsOnOurData(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(data.toString());
    }

    @Override
    public boolean isRunning() {
        return ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive).isPresent();
    }

    @Override
    public void startAgain() throws IOException {
        stopLeftover();
        startServer(() -> port);
    }

    private void startServer(Port choice) throws IOException {
        String output = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            port = choice.next();
            long logged = Files.exists(log) ? Files.size(log) : 0;
            Answer answer = run(
                    List.of(
                            program("pg_ctl"),
                            "--pgdata=" + data,
                            "--log=" + log,
                            "--wait",
                            "--timeout=120",
                            "--options=" + options(),
                            "start"),
                    150);
            if (answer.code() == 0) {
                postmaster = Long.parseLong(pidLines().get(0).trim());
                LOG.info("PostgreSQL runs on 127.0.0.1:{} with its data in {}", port, data);
                return;
            }
            output = answer.output() + logAfter(logged);
            // The last processes of a killed server may hold its shared memory for a moment; a port may be snatched.
            if (!output.contains("shared memory") && !output.contains("could not bind")) {
                break;
            }
            pause();
        }
        throw cannotStart(output);
    }

    private String options() {
        return String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c max_connections=100",
                "-c shared_buffers=128MB",
                "-c max_wal_size=2GB",
                "-c timezone=UTC",
                "-c log_checkpoints=off",
                // Rows hold sealed text only, but an error must not copy even that into a log.
                "-c log_error_verbosity=terse",
                "-c log_min_error_statement=panic");
    }

    /** What the server has written to its log since it was this long. */
    private String logAfter(long length) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(length, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private List<String> pidLines() throws IOException {
        return Files.readAllLines(data.resolve("postmaster.pid"));
    }

    private interface Port {
        int next() throws IOException;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() throws IOException {
        Answer fast = run(
                List.of(program("pg_ctl"), "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=60", "stop"), 90);
        if (fast.code() != 0 && Files.exists(data.resolve("postmaster.pid"))) {
            // Nothing acknowledged is lost: the next start recovers from the log.
            LOG.warn("PostgreSQL did not stop in time, stopping it at once: {}", fast.output());
            run(List.of(program("pg_ctl"), "--pgdata=" + data, "--mode=immediate", "--wait", "stop"), 90);
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
        stop();
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private record Answer(int code, String output) {}

    private static Answer run(List<String> command, int seconds) throws IOException {
        List<String> full = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and the files are its.
            full.addAll(List.of("/usr/bin/unshare", "--user"));
        }
        full.addAll(command);
        // To a file, not a pipe: the server inherits the stream and outlives the program that started it.
        Path output = Files.createTempFile("effektspor-postgres-", ".out");
        try {
            Process process = new ProcessBuilder(full)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(-1, "no answer in " + seconds + " s from " + command.get(0));
            }
            return new Answer(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(-1, "interrupted");
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private StartRefused cannotStart(String output) {
        String last = output.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
        LOG.debug("PostgreSQL said: {}", output);
        return new StartRefused(
                "Den indbyggede PostgreSQL kunne ikke starte i " + data + ": " + last + " (se " + log + ").",
                "The embedded PostgreSQL could not start in " + data + ": " + last + " (see " + log + ").");
    }
}
