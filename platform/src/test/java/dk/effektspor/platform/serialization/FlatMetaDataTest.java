package dk.effektspor.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatMetaDataTest {

    private final EventSerializer serializer = new EventSerializer();

    @Test
    void what_was_written_is_read() {
        MetaData written = MetaData.from(Map.of("actor", "anna", "unit", "NÆRHED \"1\""));
        byte[] json = serializer.serialize(written, byte[].class).getData();

        assertThat(FlatMetaData.read(json)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "{\"a\":{\"b\":\"c\"}}", "{\"a\":null}"})
    void what_is_more_than_texts_is_left_to_axon(String json) {
        assertThat(FlatMetaData.read(json.getBytes(StandardCharsets.UTF_8))).isNull();
        assertThat(deserialized(json)).containsKey("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"b\"", "{\"a\":\"b\"} more", "unreadable{}", ""})
    void what_cannot_be_read_is_refused(String json) {
        assertThatThrownBy(() -> deserialized(json)).isInstanceOf(SerializationException.class);
    }

    private MetaData deserialized(String json) {
        return Objects.requireNonNull(serializer.<byte[], MetaData>deserialize(
                new SerializedMetaData<>(json.getBytes(StandardCharsets.UTF_8), byte[].class)));
    }
}
