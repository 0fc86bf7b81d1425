package dk.effektspor.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventSamples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class AsStoredTest {

    private static final CaseEvent EVENT = EventSamples.all().get(0);

    private final EventSerializer serializer = new SerializationConfiguration().eventSerializer();

    @Test
    void what_was_stored_is_handed_on_without_being_read() {
        byte[] payload = bytes("{ \"whatever\" : it says");
        byte[] metaData = bytes("nor is this JSON");
        EventMessage<Object> stored = new GenericEventMessage<>(
                new SerializedMessage<>(
                        "id",
                        new SimpleSerializedObject<>(payload, byte[].class, serializer.typeForClass(EVENT.getClass())),
                        new SerializedMetaData<>(metaData, byte[].class),
                        serializer),
                () -> Instant.EPOCH);

        assertThat(AsStored.payload(stored)).isEqualTo(payload);
        assertThat(AsStored.metaData(stored)).isEqualTo(metaData);
    }

    @Test
    void what_was_never_stored_is_written_as_it_would_be() {
        EventMessage<CaseEvent> published = new GenericEventMessage<>(EVENT, MetaData.from(Map.of("b", "2", "a", "1")));

        assertThat(AsStored.payload(published))
                .isEqualTo(serializer.serialize(EVENT, byte[].class).getData());
        assertThat(AsStored.metaData(published)).isEqualTo(bytes("{\"a\":\"1\",\"b\":\"2\"}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
