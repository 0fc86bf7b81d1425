package dk.effektspor.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The command side as it runs, on stores of its own; one for all tests that ask it something. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningCommandSide {

    protected static final Path DATA = folder();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Environment environment;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("effektspor.data", DATA::toString);
    }

    protected Api api() {
        return new Api(environment.getRequiredProperty("local.server.port", Integer.class), DATA);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "command-side");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
