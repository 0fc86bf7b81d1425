package dk.effektspor.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/** Whatever is stored must stay readable: every event is found, named, revisioned and sampled. */
class EventContractTest {

    private static final List<Class<?>> TYPES = RecordEvents.types().toList();

    @Test
    void every_event_is_a_record_with_a_name_and_a_revision() {
        assertThat(TYPES).isNotEmpty().allSatisfy(type -> {
            assertThat(type).isRecord().hasAnnotations(EventName.class, Revision.class);
            assertThat(RecordEvents.nameOf(type)).matches("[a-z]+\\.[a-z]+(-[a-z]+)*");
        });
    }

    @Test
    void every_event_has_exactly_one_sample() {
        assertThat(EventSamples.everything().stream().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(TYPES);
    }

    @Test
    void a_stored_name_leads_back_to_its_event() {
        assertThat(TYPES)
                .allSatisfy(type -> assertThat(RecordEvents.typeOf(RecordEvents.nameOf(type)))
                        .hasValue(type));
    }

    @Test
    void stored_names_and_revisions_are_as_approved() {
        Approvals.verify(TYPES.stream()
                .map(type -> RecordEvents.nameOf(type) + " "
                        + type.getAnnotation(Revision.class).value())
                .sorted()
                .collect(Collectors.joining("\n")));
    }
}
