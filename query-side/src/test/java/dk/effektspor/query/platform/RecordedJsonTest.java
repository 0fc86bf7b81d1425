package dk.effektspor.query.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventSamples;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class RecordedJsonTest {

    private static final CaseEvent EVENT = EventSamples.all().get(0);
    private static final Map<String, String> TRACE = Map.of("actor", "anna\tb");

    @Test
    void a_line_is_handed_on_as_it_was_stored() {
        RecordedJson.Stored stored = new RecordedJson.Stored(message("{\"actor\": \"anna\"}", "{\"any\": 1}"));

        assertThat(stored.traceLine()).isEqualTo("{\"actor\": \"anna\"}".getBytes(UTF_8));
        assertThat(stored.eventLine(EVENT)).isEqualTo("{\"any\": 1}".getBytes(UTF_8));
    }

    @Test
    void what_is_laid_out_on_several_lines_or_cut_off_is_written_anew() {
        for (String odd : new String[] {"{\n\"actor\": \"anna\"}", "{\t}", "", "{\"actor\": \"an"}) {
            RecordedJson.Stored stored = new RecordedJson.Stored(message(odd, odd));

            assertThat(stored.traceLine()).isEqualTo("{\"actor\":\"anna\\tb\"}".getBytes(UTF_8));
            assertThat(stored.eventLine(EVENT)).isEqualTo(ViewJson.bytes(EVENT));
        }
    }

    @Test
    void metadata_are_read_when_somebody_asks() {
        Recorded recorded = Arrival.of(new GenericDomainEventMessage<>("Case", "id", 6, EVENT, TRACE))
                .recorded();

        assertThat(recorded.version()).isEqualTo(7);
        assertThat(recorded.trace()).isEqualTo(TRACE);
    }

    private static EventMessage<CaseEvent> message(String metaData, String payload) {
        return new GenericEventMessage<>(EVENT, TRACE) {
            @Override
            public <R> SerializedObject<R> serializeMetaData(Serializer serializer, Class<R> form) {
                return new SimpleSerializedObject<>(form.cast(metaData.getBytes(UTF_8)), form, "any", null);
            }

            @Override
            public <R> SerializedObject<R> serializePayload(Serializer serializer, Class<R> form) {
                return new SimpleSerializedObject<>(form.cast(payload.getBytes(UTF_8)), form, "any", null);
            }
        };
    }
}
