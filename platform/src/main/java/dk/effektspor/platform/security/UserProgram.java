package dk.effektspor.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.catalogue.CatalogueConfiguration;
import dk.effektspor.platform.postgres.PostgresDoor;
import dk.effektspor.platform.postgres.ProgramProperties;
import dk.effektspor.shared.catalogue.Catalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.springframework.beans.BeansException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code add}, {@code password}, {@code lock}, {@code unlock} and {@code list} of local users, with the properties the
 * application has and whether or not it runs. Exits with 0 when done, 2 when refused, 1 when it failed.
 */
public final class UserProgram {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;

    private UserProgram() {}

    /** Does what the arguments say and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(
                arguments,
                Locale.getDefault(),
                new PrintStream(System.out, true, UTF_8),
                new PrintStream(System.err, true, UTF_8)));
    }

    static int run(String[] arguments, Locale reader, PrintStream out, PrintStream errors) {
        try (ProgramProperties properties = new ProgramProperties(arguments, CatalogueConfiguration.class);
                PostgresDoor door = PostgresDoor.open(properties.postgres(), properties.data())) {
            SecurityConfiguration same = new SecurityConfiguration();
            new UserCommands(
                            new LocalUsers(JdbcClient.create(door.connections())),
                            same.passwordEncoder(),
                            () -> properties.bean(Catalogue.class).units(),
                            same.clock(),
                            reader,
                            out)
                    .run(ProgramProperties.words(arguments));
            return DONE;
        } catch (StartRefused | BeansException refusal) {
            StartRefused refused = StartRefused.behind(refusal);
            if (refused == null) {
                throw refusal;
            }
            errors.println(refused.sentence(reader));
            return REFUSED;
        } catch (BadSqlGrammarException older) {
            errors.println(new StartRefused(
                            "Databasen er af en ældre udgave; start Effektspor én gang, og prøv igen.",
                            "The database is of an older release; start Effektspor once and try again.",
                            older)
                    .sentence(reader));
            return REFUSED;
        } catch (IOException | DataAccessException failure) {
            errors.println(String.format(
                    Locale.ROOT,
                    reader.getLanguage().equals("da") ? "Det lykkedes ikke: %s" : "It failed: %s",
                    failure.getMessage()));
            return FAILED;
        }
    }
}
