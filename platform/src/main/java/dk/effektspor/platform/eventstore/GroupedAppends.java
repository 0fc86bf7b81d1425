package dk.effektspor.platform.eventstore;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores the events of commands that end at the same moment in one transaction, and returns to each when it is committed.
 * A command with a transaction of its own keeps to that. Of a command's events either all are stored or none.
 */
final class GroupedAppends extends JdbcEventStorageEngine {

    private final Together<List<? extends EventMessage<?>>> together;

    GroupedAppends(Builder builder, TransactionManager transactions, Serializer serializer) {
        super(builder);
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

    /** A place in a stream that is taken concerns only the command that wanted it. */
    private static boolean isLostRace(RuntimeException failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }
}
