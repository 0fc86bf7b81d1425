package dk.effektspor.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.RecordEvent;
import dk.effektspor.shared.RecordEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wire contract: each event as approved in {@code src/test/resources/events}. A new event's file, or a changed one's
 * under its new revision, is written by {@code mvn -pl platform -am test -Deffektspor.approve=true}; a stored form
 * never changes under the same revision.
 */
class EventFormTest {

    private static final Path APPROVED = Path.of("src/test/resources/events");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final EventSerializer serializer = new EventSerializer();

    static List<RecordEvent> samples() {
        return EventSamples.everything();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_written_as_approved_and_read_back_equal(RecordEvent event) throws IOException {
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        Path file = APPROVED.resolve(
                stored.getType().getName() + "-" + stored.getType().getRevision() + ".json");
        String written = PRETTY.writeValueAsString(PRETTY.readTree(stored.getData())) + "\n";
        if (Boolean.getBoolean("effektspor.approve") && !Files.exists(file)) {
            Files.createDirectories(APPROVED);
            Files.writeString(file, written);
        }

        assertThat(file)
                .as("approved form; a new one is written with -Deffektspor.approve=true")
                .hasContent(written);
        SerializedObject<byte[]> approved =
                new SimpleSerializedObject<>(Files.readAllBytes(file), byte[].class, stored.getType());
        assertThat(serializer.<byte[], RecordEvent>deserialize(approved)).isEqualTo(event);
    }

    /** It is hashed as it is written. */
    @Test
    void metadata_is_written_with_its_keys_in_order_and_read_in_any() {
        MetaData metaData = MetaData.with("traceId", "t").and("actor", "anna").and("role", "CASEWORKER");

        SerializedObject<byte[]> stored = serializer.serialize(metaData, byte[].class);

        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .isEqualTo("{\"actor\":\"anna\",\"role\":\"CASEWORKER\",\"traceId\":\"t\"}");
        SerializedObject<byte[]> old = new SimpleSerializedObject<>(
                "{\"traceId\":\"t\",\"role\":\"CASEWORKER\",\"actor\":\"anna\"}".getBytes(StandardCharsets.UTF_8),
                byte[].class,
                stored.getType());
        assertThat(serializer.<byte[], MetaData>deserialize(old)).isEqualTo(metaData);
    }

    @Test
    void every_approved_file_belongs_to_a_known_event_and_a_revision_that_was() throws IOException {
        Set<String> files = new TreeSet<>();
        try (var listed = Files.list(APPROVED)) {
            listed.forEach(file -> files.add(file.getFileName().toString().replace(".json", "")));
        }
        Set<String> known = new TreeSet<>();
        RecordEvents.types().forEach(type -> {
            int current = Integer.parseInt(type.getAnnotation(Revision.class).value());
            for (int revision = 1; revision <= current; revision++) {
                known.add(RecordEvents.nameOf(type) + "-" + revision);
            }
        });
        assertThat(files).isEqualTo(known);
    }

    @Test
    void a_name_or_revision_that_nothing_answers_to_is_an_error_and_never_skipped() {
        assertUnreadable("case.vanished", "1");
        assertUnreadable("case.opened", "99");
        assertUnreadable("dk.effektspor.shared.casefile.CaseFileEvent$CaseOpened", "1");
        assertUnreadable("java.lang.String", "1");
    }

    @Test
    void a_field_that_the_event_does_not_have_is_an_error() {
        byte[] json =
                "{\"caseId\":\"00000000-0000-4000-8000-000000000001\",\"caseworker\":\"x\",\"effectiveOn\":\"2014-01-06\",\"more\":1}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        serializer.deserialize(new SimpleSerializedObject<>(json, byte[].class, "case.assigned", "1")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void what_is_not_an_event_cannot_be_stored_as_one() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("not an event");
    }

    @Test
    void tokens_read_back_also_in_the_middle_of_a_replay() {
        Serializer general = Json.serializer();
        TrackingToken reset = GapAwareTrackingToken.newInstance(9, Set.of(3L, 7L));
        TrackingToken replay = ReplayToken.createReplayToken(reset, GapAwareTrackingToken.newInstance(2, Set.of(1L)));

        for (TrackingToken token : List.of(reset, replay, new GlobalSequenceTrackingToken(5))) {
            assertThat(general.<byte[], TrackingToken>deserialize(general.serialize(token, byte[].class)))
                    .isEqualTo(token);
        }
    }

    private void assertUnreadable(String name, String revision) {
        assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                        "{}".getBytes(StandardCharsets.UTF_8), byte[].class, name, revision)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Unreadable history")
                .hasMessageContaining(name);
    }
}
