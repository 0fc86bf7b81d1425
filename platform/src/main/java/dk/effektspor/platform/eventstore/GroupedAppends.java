package dk.effektspor.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores the events of commands that end at the same moment in one transaction, and returns to each when it is committed.
 * A command with a transaction of its own keeps to that. Of a command's events either all are stored or none.
 */
final class GroupedAppends extends JdbcEventStorageEngine implements NextRecorded {

    /** A gap is given up by age alone: by distance, a burst of events would overtake a slow transaction. */
    private static final int ANY_DISTANCE = Integer.MAX_VALUE;

    private final Together<List<? extends EventMessage<?>>> together;
    private final Duration gapTimeout;

    GroupedAppends(Builder builder, TransactionManager transactions, Serializer serializer, Duration gapTimeout) {
        super(builder.gapTimeout(Math.toIntExact(gapTimeout.toMillis())).maxGapOffset(ANY_DISTANCE));
        this.gapTimeout = gapTimeout;
        this.together = new Together<>(
                appends -> transactions.executeInTransaction(() -> super.appendEvents(
                        appends.stream().flatMap(List::stream).toList(), serializer)),
                GroupedAppends::isLostRace);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            super.appendEvents(events, serializer);
            return;
        }
        // By the command's own thread: a message remembers its serialized form.
        for (EventMessage<?> event : events) {
            event.serializePayload(serializer, byte[].class);
            event.serializeMetaData(serializer, byte[].class);
        }
        together.want(events);
    }

    /** Reads one row, and nothing of what the event says. */
    @Override
    public Optional<Instant> recordedAfter(@Nullable TrackingToken token) {
        return fetchTrackedEvents(token, 1).stream().findFirst().map(EventData::getTimestamp);
    }

    /** As Axon does it, with a row that knows its time. */
    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, @Nullable GapAwareTrackingToken previous)
            throws SQLException {
        if (previous == null) {
            return super.getTrackedEventData(row, null);
        }
        StoredEntry entry = entry(row);
        boolean mayLeaveGaps =
                entry.getTimestamp().isAfter(GenericEventMessage.clock.instant().minus(gapTimeout));
        long index = row.getLong(schema().globalIndexColumn());
        return new TrackedDomainEventData<>(previous.advanceTo(index, mayLeaveGaps ? ANY_DISTANCE : 0), entry);
    }

    /** As Axon does it, with a row that knows its time. */
    @Override
    protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
        return entry(row);
    }

    private StoredEntry entry(ResultSet row) throws SQLException {
        EventSchema columns = schema();
        String eventId = row.getString(columns.eventIdentifierColumn());
        String stream = row.getString(columns.aggregateIdentifierColumn());
        return new StoredEntry(
                row.getString(columns.typeColumn()),
                // An event of no aggregate has its own id for a stream.
                eventId.equals(stream) ? null : stream,
                row.getLong(columns.sequenceNumberColumn()),
                eventId,
                StoredEntry.instant(row.getString(columns.timestampColumn())),
                row.getString(columns.payloadTypeColumn()),
                row.getString(columns.payloadRevisionColumn()),
                row.getBytes(columns.payloadColumn()),
                row.getBytes(columns.metaDataColumn()));
    }

    /** A place in a stream that is taken concerns only the command that wanted it. */
    private static boolean isLostRace(RuntimeException failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }
}
