package dk.effektspor.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an application; when it cannot start for a reason the operator can mend, says so in one sentence. */
public final class Launch {

    /** The exit code of a refused start. */
    public static final int REFUSED = 2;

    private Launch() {}

    /** Runs the application, or prints why not and ends the process with {@link #REFUSED}. */
    public static ConfigurableApplicationContext run(SpringApplication application, String... arguments) {
        try {
            return application.run(arguments);
        } catch (RuntimeException failure) {
            StartRefused refused = refusalBehind(failure);
            if (refused == null) {
                throw failure;
            }
            System.err.println(refused.sentence(Locale.getDefault()));
            System.exit(REFUSED);
            throw refused;
        }
    }

    static @Nullable StartRefused refusalBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return new StartRefused(
                        "Port " + inUse.getPort() + " er optaget af et andet program; vælg en anden med --port.",
                        "Port " + inUse.getPort() + " is in use by another program; choose another with --port.");
            }
        }
        return StartRefused.behind(failure);
    }
}
