package dk.effektspor.platform.eventstore;

import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;

/** Whether a failure only says that Axon Server is not there for the moment, so that asking again may help. */
public final class StoreAway {

    private static final Set<Class<?>> AWAY = Set.of(
            NoHandlerForCommandException.class,
            AxonServerException.class,
            AxonServerCommandDispatchException.class,
            StreamClosedException.class,
            // It takes connections, or did until a moment ago, and says nothing.
            StreamTimeoutException.class);

    private StoreAway() {}

    /** Looks through the failure and its causes. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (AWAY.contains(cause.getClass())
                    || (cause instanceof StatusRuntimeException grpc
                            && grpc.getStatus().getCode() == Status.Code.UNAVAILABLE)) {
                return true;
            }
        }
        return false;
    }
}
