package dk.effektspor.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class run in a JVM of its own, so that it can be killed or watched as it ends. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path errors;

    private ChildProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    public static ChildProcess start(Class<?> main, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-Deffektspor.postgres.binaries=" + System.getProperty("effektspor.postgres.binaries", ""),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    public BufferedReader output() {
        return process.inputReader();
    }

    public Path errors() {
        return errors;
    }

    /** As {@code kill -9}: no shutdown hook runs. */
    public void kill() throws InterruptedException {
        // By handle: Process.destroyForcibly would also close the stream that still holds the last lines.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** The exit code. */
    public int end() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after 60 s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
