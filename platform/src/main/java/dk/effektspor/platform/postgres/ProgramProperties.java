package dk.effektspor.platform.postgres;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** The properties the application has, for a program that is not the application; nothing of it is started. */
public final class ProgramProperties implements AutoCloseable {

    private static final String PROPERTY = "--effektspor.";

    private final ConfigurableApplicationContext context;

    /**
     * Reads them.
     *
     * @param arguments of the program, the properties given there among them
     * @param wanted configurations of which a bean will be asked for
     */
    public ProgramProperties(String[] arguments, Class<?>... wanted) {
        SpringApplication program = new SpringApplication(
                Stream.concat(Stream.of(Settings.class), Arrays.stream(wanted)).toArray(Class<?>[]::new));
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setLogStartupInfo(false);
        program.setLazyInitialization(true);
        program.setDefaultProperties(Map.of("logging.level.root", "OFF"));
        context = program.run(Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(PROPERTY))
                .toArray(String[]::new));
    }

    /** The arguments that are no properties. */
    public static List<String> words(String[] arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith(PROPERTY))
                .toList();
    }

    /** The folder with everything durable. */
    public Path data() {
        return Path.of(context.getEnvironment().getRequiredProperty("effektspor.data"));
    }

    /** Which PostgreSQL, and how it is reached. */
    public PostgresSettings postgres() {
        return bean(PostgresSettings.class);
    }

    /** Made when it is first asked for. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration: the application's own scan must not find it. */
    @EnableConfigurationProperties(PostgresSettings.class)
    static class Settings {}
}
