package dk.effektspor.query.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dk.effektspor.platform.serialization.Json;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
}
