package dk.effektspor.query.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.protobuf.ByteString;
import dk.effektspor.platform.serialization.Json;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The same event has the same leaf, whichever store holds it. */
class AxonServerEventsTest {

    @Test
    void an_event_of_axon_server_has_the_envelope_it_has_in_postgresql() {
        Event event = Event.newBuilder()
                .setMessageIdentifier("e")
                .setAggregateIdentifier("c")
                .setAggregateSequenceNumber(3)
                .setAggregateType("CaseFile")
                .setTimestamp(Instant.parse("2026-01-02T03:04:05.600Z").toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType("case.noted")
                        .setRevision("1")
                        .setData(ByteString.copyFromUtf8("{\"b\":1}")))
                .putMetaData(
                        "role",
                        MetaDataValue.newBuilder().setTextValue("CASEWORKER").build())
                .putMetaData(
                        "actor", MetaDataValue.newBuilder().setTextValue("anna").build())
                .build();

        StoredEvent stored = new AxonServerEvents(
                        () -> {
                            throw new AssertionError("no server is asked");
                        },
                        Json.serializer(),
                        id -> null)
                .stored(17, event);

        StoredEvent onPostgres = new StoredEvent(
                5,
                "e",
                "c",
                3,
                "CaseFile",
                "2026-01-02T03:04:05.600Z",
                "case.noted",
                "1",
                "{\"b\":1}".getBytes(StandardCharsets.UTF_8),
                "{\"actor\":\"anna\",\"role\":\"CASEWORKER\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(LeafEnvelope.of(stored)).isEqualTo(LeafEnvelope.of(onPostgres));
        assertThat(stored.globalIndex()).isEqualTo(17);
    }

    @Test
    void an_axon_server_that_ends_before_what_was_taken_in_no_longer_holds_it() {
        EventChannel channel = mock(EventChannel.class);
        when(channel.getLastToken()).thenReturn(CompletableFuture.completedFuture(4L));
        AxonServerEvents events = new AxonServerEvents(() -> channel, Json.serializer(), id -> null);

        assertThat(events.stillHolds(7, new Hash(new byte[Hash.BYTES]))).isFalse();
    }

    @Test
    void another_event_at_the_same_index_is_not_taken_for_the_one_that_was() {
        Event there = Event.newBuilder()
                .setMessageIdentifier("e")
                .setPayload(SerializedObject.newBuilder().setType("case.noted"))
                .build();
        AxonServerEvents events = new AxonServerEvents(() -> holding(7, there), Json.serializer(), id -> null);
        Hash leaf = MerkleTree.leaf(LeafEnvelope.of(events.stored(7, there)));
        Event another = there.toBuilder().setMessageIdentifier("another").build();

        assertThat(events.stillHolds(7, leaf)).isTrue();
        assertThat(events.stillHolds(7, MerkleTree.leaf(LeafEnvelope.of(events.stored(7, another)))))
                .isFalse();
    }

    private static EventChannel holding(long index, Event event) {
        try {
            EventStream stream = mock(EventStream.class);
            when(stream.nextIfAvailable(anyLong(), any()))
                    .thenReturn(EventWithToken.newBuilder()
                            .setToken(index)
                            .setEvent(event)
                            .build());
            EventChannel channel = mock(EventChannel.class);
            when(channel.getLastToken()).thenReturn(CompletableFuture.completedFuture(index));
            when(channel.openStream(eq(index - 1), anyInt())).thenReturn(stream);
            return channel;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
