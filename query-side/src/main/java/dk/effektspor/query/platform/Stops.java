package dk.effektspor.query.platform;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Projections that have stopped because an event could not be applied; only a person can start them again. */
final class Stops {

    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

    private final Map<String, Stop> stops = new ConcurrentHashMap<>();
    private final Consumer<String> shutDown;

    Stops(Consumer<String> shutDown) {
        this.shutDown = shutDown;
    }

    Optional<Stop> of(String group) {
        return Optional.ofNullable(stops.get(group));
    }

    void forget(String group) {
        stops.remove(group);
    }

    void onFailure(String group, @Nullable TrackingToken batchEnd, Throwable failure) {
        if (isStoreAway(failure)) {
            LOG.warn("Projection {} cannot reach its store and will try again: {}", group, failure.toString());
            return;
        }
        long position = failure instanceof NotApplicable notApplicable
                ? notApplicable.position()
                : batchEnd == null ? -1 : batchEnd.position().orElse(-1);
        if (stops.putIfAbsent(group, new Stop(position, failure.toString())) == null) {
            LOG.error(
                    "Projection {} stopped at position {}: it cannot go on without this event",
                    group,
                    position,
                    failure);
            shutDown.accept(group);
        }
    }

    /** Whether waiting may help; everything else would fail again in the same way. */
    static boolean isStoreAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnableToClaimTokenException
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoTimeoutException
                    || cause instanceof MongoServerUnavailableException
                    || cause instanceof MongoInterruptedException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLNonTransientConnectionException) {
                return true;
            }
            if (cause instanceof MongoException mongo && mongo.hasErrorLabel("RetryableWriteError")) {
                return true;
            }
        }
        return false;
    }

    /** Where and why a projection stopped. */
    record Stop(long position, String cause) {}
}
