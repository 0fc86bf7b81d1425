package dk.effektspor.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A standalone Effektspor in a process of its own, as a user would run it. */
final class Server implements AutoCloseable {

    static final String CASEWORKER = "sagsbehandler";
    static final String AUDITOR = "revisor";
    static final String OPERATOR = "drift";
    static final String ANALYST = "analytiker";
    static final List<String> JAVA = java(System.getProperty("java.class.path"));
    private static final double TICKS_A_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final Path data;
    final int port;
    final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();
    private final long startedAt = System.nanoTime();

    private Server(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /**
     * With the memory that the script gives a server, and the compilers of this process: a test does without the second one,
     * a measurement does not.
     */
    private static List<String> java(String classPath) {
        List<String> java = new ArrayList<>(
                List.of(System.getProperty("bench.memory", "-Xmx1400m").split(" ")));
        java.addAll(List.of("-cp", classPath));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel"))
                .forEach(java::add);
        return List.copyOf(java);
    }

    /** Starts the server on a data folder; returns at once. */
    static Server start(Path data) throws IOException {
        return start(data, JAVA, List.of());
    }

    /** Starts the side that takes commands, without the one that answers questions. */
    static Server startCommandSide(Path data) throws IOException {
        String withoutQuestions = Stream.of(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("query-side"))
                .collect(Collectors.joining(File.pathSeparator));
        return start("dk.effektspor.command.CommandSide", data, java(withoutQuestions), List.of());
    }

    /** Starts it in a Java and with properties of the caller's choice. */
    static Server start(Path data, List<String> java, List<String> properties) throws IOException {
        return start("dk.effektspor.Standalone", data, java, properties);
    }

    private static Server start(String program, Path data, List<String> java, List<String> properties)
            throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(data);
        Files.deleteIfExists(data.resolve("ready.pid"));
        List<String> arguments = new ArrayList<>(List.of("--effektspor.data=" + data, "--server.port=" + port));
        // As the script starts it.
        arguments.addAll(
                List.of("--logging.file.name=" + data.resolve("server.log"), "--logging.threshold.console=OFF"));
        // All of the load comes from one client, who otherwise would be held to a client's share.
        arguments.addAll(List.of(
                "--effektspor.load.requests-per-second-per-client=100000",
                "--effektspor.load.burst-per-client=100000"));
        properties.forEach(property -> arguments.add("--" + property));
        Process process = program(java, program, arguments)
                .redirectErrorStream(true)
                .redirectOutput(
                        Redirect.appendTo(data.resolve("bench-server.log").toFile()))
                .start();
        return new Server(data, port, process);
    }

    /** A program from this class path in a process of its own. */
    static ProcessBuilder program(String name, String... arguments) {
        return program(JAVA, name, List.of(arguments));
    }

    /** The same in a Java of the caller's choice. */
    static ProcessBuilder program(List<String> java, String name, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.add(name);
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** Seconds from the start of the process until now. */
    double secondsSinceStart() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    /** Waits until the server takes commands. */
    Server awaitReady() throws IOException, InterruptedException {
        Path ready = data.resolve("ready.pid");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(ready) || !Files.readString(ready).strip().equals(Long.toString(process.pid()))) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The server did not start; see the logs in " + data);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return this;
    }

    /** Waits until every view has caught up, as the readiness probe tells. */
    void awaitViews() throws IOException, InterruptedException {
        HttpRequest readiness = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The views did not catch up");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Waits until every view has taken in the last event there is. */
    void awaitNoLag() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String health = get("/actuator/health", OPERATOR).body();
            if (health.contains("\"lagEvents\":0")
                    && !health.replace("\"lagEvents\":0", "").contains("lagEvents")) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The views did not catch up: " + health);
            }
            // To tell the age of what is not taken in the server reads a page of the log; asking often would slow it
            // down.
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Where its PostgreSQL is, with the password to it. */
    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/postgres?user=effektspor&password="
                + Files.readString(data.resolve("postgres-password")).strip();
    }

    /** The header that signs the local caseworker in. */
    String caseworker() {
        try {
            return authorization(CASEWORKER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Sends one JSON command as the local caseworker, with further header names and values. */
    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return postAs(CASEWORKER, path, json, headers);
    }

    HttpResponse<String> postAs(String user, String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, user)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Reads as the local caseworker. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, CASEWORKER);
    }

    HttpResponse<String> get(String path, String user) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, user);
        if (user.equals(AUDITOR)) {
            request.header("Access-Purpose", "quality-control");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks for what must be there. */
    void read(String path, String user) throws IOException, InterruptedException {
        int status = get(path, user).statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " answered " + status);
        }
    }

    /** Reads a file as the local auditor. */
    byte[] auditedBytes(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path, AUDITOR)
                .header("Access-Purpose", "quality-control")
                .timeout(PATIENCE)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Sends an import file as the local operator; the answer comes when the import has ended. */
    CompletableFuture<HttpResponse<String>> importing(Path file, String importId) throws IOException {
        HttpRequest request = request("/api/v1/imports", OPERATOR)
                .header("Content-Type", "application/x-ndjson")
                .header("Import-Id", importId)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Kills the process as {@code kill -9} does.
     *
     * @param databaseToo whether the embedded PostgreSQL goes with it, as when the machine stops, or is left behind
     */
    void kill(boolean databaseToo) throws IOException, InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        if (databaseToo) {
            children.forEach(ProcessHandle::destroyForcibly);
            killDatabase();
        }
    }

    /** Kills the embedded PostgreSQL, if it runs: it is no child of the application's, which it outlives. */
    void killDatabase() throws IOException {
        Path pid = data.resolve("postgres/postmaster.pid");
        if (Files.exists(pid)) {
            long number = Long.parseLong(Files.readAllLines(pid).get(0).strip());
            ProcessHandle.of(number)
                    .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                    .ifPresent(postmaster -> {
                        List<ProcessHandle> backends = postmaster.descendants().toList();
                        postmaster.destroyForcibly();
                        backends.forEach(ProcessHandle::destroyForcibly);
                    });
        }
    }

    private HttpRequest.Builder request(String path, String user) throws IOException {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", authorization(user))
                .timeout(Duration.ofSeconds(30));
    }

    /** Port of the embedded PostgreSQL: the fourth line of its pid file. */
    int postgresPort() throws IOException {
        try (var files = Files.walk(data, 4)) {
            Path pid =
                    files.filter(p -> p.endsWith("postmaster.pid")).findFirst().orElseThrow();
            return Integer.parseInt(Files.readAllLines(pid).get(3).strip());
        }
    }

    /** Processor time that Java's compilers have taken so far, as the kernel tells. */
    double compilerSeconds() throws IOException {
        double seconds = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                seconds += compilerSeconds(thread);
            }
        }
        return seconds;
    }

    private static double compilerSeconds(Path thread) throws IOException {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            // The name may hold blanks; what follows it are numbers, of which the 12th and 13th are the time in ticks.
            int name = stat.lastIndexOf(')');
            if (!stat.contains("CompilerThre")) {
                return 0;
            }
            String[] numbers = stat.substring(name + 2).split(" ");
            return (Long.parseLong(numbers[11]) + Long.parseLong(numbers[12])) / TICKS_A_SECOND;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /** Resident memory in MiB, as the kernel tells. */
    long residentMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    /** The header of a local user, whose first password is in the data folder. */
    String authorization(String user) throws IOException {
        String known = authorizations.get(user);
        if (known == null) {
            known = readAuthorization(user);
            authorizations.put(user, known);
        }
        return known;
    }

    private String readAuthorization(String user) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("keys/first-passwords.txt"));
        for (String line : lines) {
            String[] words = line.strip().split("[\\s:=]+");
            if (words.length >= 2 && words[0].equals(user)) {
                String credentials = words[0] + ":" + words[1];
                return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new IllegalStateException("No " + user + " among the first passwords");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
