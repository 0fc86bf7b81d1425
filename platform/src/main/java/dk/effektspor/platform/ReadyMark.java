package dk.effektspor.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Writes the process id to {@code ready.pid} in the data folder once commands are taken, so that whoever started the
 * process can wait for it without asking a port that another program may own.
 */
final class ReadyMark implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Path folder = Path.of(ready.getApplicationContext().getEnvironment().getRequiredProperty("effektspor.data"));
        try {
            // Nothing else makes it where the stores are elsewhere.
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("ready.pid"),
                    Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
