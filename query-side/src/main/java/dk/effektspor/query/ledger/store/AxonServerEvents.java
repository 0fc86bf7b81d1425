package dk.effektspor.query.ledger.store;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Axon Server's event log, whose index is dense and whose order is that of its appends, so that all of it is settled. */
public final class AxonServerEvents implements StoredEvents, SettledEvents {

    private static final long WAIT_SECONDS = 10;

    private final Supplier<EventChannel> channel;
    private final Serializer serializer;
    private final GrpcMetaDataConverter metaData;
    private final Function<String, @Nullable Long> indexOf;

    /** @param indexOf index of the event with an id, as the ledger knows it; null if it does not */
    public AxonServerEvents(
            Supplier<EventChannel> channel, Serializer serializer, Function<String, @Nullable Long> indexOf) {
        this.channel = channel;
        this.serializer = serializer;
        this.metaData = new GrpcMetaDataConverter(serializer);
        this.indexOf = indexOf;
    }

    @Override
    public List<StoredEvent> after(long globalIndex, int limit) {
        long head = head();
        List<StoredEvent> page = new ArrayList<>();
        if (globalIndex >= head) {
            return page;
        }
        try (EventStream stream = channel.get().openStream(globalIndex, Math.min(limit, 1_000))) {
            while (page.size() < limit) {
                EventWithToken next = stream.nextIfAvailable(WAIT_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new StreamTimeoutException("Axon Server sent nothing in " + WAIT_SECONDS + " s");
                }
                page.add(stored(next.getToken(), next.getEvent()));
                if (next.getToken() >= head) {
                    break;
                }
            }
            return page;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public List<StoredEvent> ofStream(String stream, long fromSequence, int limit) {
        List<StoredEvent> page = new ArrayList<>();
        AggregateEventStream events = channel.get().openAggregateStream(stream, fromSequence, fromSequence + limit);
        try {
            while (page.size() < limit && events.hasNext()) {
                // Read by stream, an event does not tell its place in the whole log.
                page.add(stored(-1, events.next()));
            }
            return page;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            events.cancel();
        }
    }

    @Override
    public Optional<StoredEvent> withId(String eventId) {
        Long index = indexOf.apply(eventId);
        return index == null
                ? Optional.empty()
                : after(index - 1, 1).stream()
                        .filter(event -> event.eventId().equals(eventId))
                        .findFirst();
    }

    @Override
    public List<StoredEvent> settledAfter(long globalIndex, int limit) {
        return after(globalIndex, limit);
    }

    /** Put back from a backup, Axon Server holds other events under the same indexes. */
    @Override
    public boolean stillHolds(long globalIndex, Hash leaf) {
        return after(globalIndex - 1, 1).stream()
                .anyMatch(event -> event.globalIndex() == globalIndex
                        && MerkleTree.leaf(LeafEnvelope.of(event)).equals(leaf));
    }

    @Override
    public long head() {
        try {
            return channel.get().getLastToken().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (TimeoutException silent) {
            throw new StreamTimeoutException("Axon Server did not tell its last event in " + WAIT_SECONDS + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Axon Server does not tell its last event", e);
        }
    }

    /** The same bytes as PostgreSQL holds for the same event. */
    StoredEvent stored(long token, Event event) {
        return new StoredEvent(
                token,
                event.getMessageIdentifier(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                presence(event.getAggregateType()),
                DateTimeUtils.formatInstant(Instant.ofEpochMilli(event.getTimestamp())),
                event.getPayload().getType(),
                presence(event.getPayload().getRevision()),
                event.getPayload().getData().toByteArray(),
                serializer
                        .serialize(metaData.convert(event.getMetaDataMap()), byte[].class)
                        .getData());
    }

    private static @Nullable String presence(String text) {
        return text.isEmpty() ? null : text;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while reading from Axon Server", e);
    }
}
