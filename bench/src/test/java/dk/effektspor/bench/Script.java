package dk.effektspor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One run of {@code ./effektspor}, as a person at a terminal would start it. */
final class Script implements AutoCloseable {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final String QUICK = "-XX:TieredStopAtLevel=1";

    private final Process process;
    private final Path output;

    private Script(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Script start(Path folder, Map<String, String> environment, String... arguments) {
        return start(ROOT.resolve("effektspor"), folder, environment, arguments);
    }

    static Script start(Path script, Path folder, Map<String, String> environment, String... arguments) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("EFFEKTSPOR_BUILT", "yes");
            builder.environment().put("EFFEKTSPOR_LANG", "da");
            // None of these servers lives long enough to be the faster for the second compiler.
            builder.environment().put("EFFEKTSPOR_JAVA_OPTIONS", QUICK);
            builder.environment().putAll(environment);
            return new Script(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return Integer.toString(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the script has said something. */
    Script awaitSaid(String words) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> said().contains(words) || !process.isAlive());
        assertThat(said()).contains(words);
        return this;
    }

    /** Everything said so far. */
    String said() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Ctrl-C does, to the script alone; it must see to its server itself. */
    int interrupt() {
        process.toHandle().destroy();
        return exitCode();
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(4, TimeUnit.MINUTES)).as(said()).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Processes the script has started that still run. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = children();
        process.destroy();
        exitCode();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
