package dk.effektspor.shared.upcast;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class InterventionEnded1To2Test {

    private static final String NAME = "indsatstrappe.intervention-ended";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Jackson3Serializer SERIALIZER =
            Jackson3Serializer.builder().build();

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void one_reason_becomes_the_reasons_and_says_whether_it_was_a_breakdown(EndReason reason) {
        IntermediateEventRepresentation upcast = upcast(NAME, "1", revision1(reason));
        assertThat(upcast.getType().getName()).isEqualTo(NAME);
        assertThat(upcast.getType().getRevision()).isEqualTo("2");
        assertThat(read(upcast))
                .isEqualTo(new InterventionEnded(
                        EventSamples.CASE,
                        EventSamples.INTERVENTION,
                        Set.of(reason),
                        Destination.PARENTS_HOME,
                        reason == EndReason.CITIZEN_LEFT || reason == EndReason.SITE_GAVE_UP,
                        EventSamples.sealed("EXPLANATION"),
                        LocalDate.of(2015, 12, 31)));
    }

    @Test
    void revision_2_and_other_events_stay_as_they_are() {
        String json = revision1(EndReason.OTHER);
        assertThat(upcast(NAME, "2", json).getData(String.class).getData()).isEqualTo(json);
        assertThat(upcast("case.closed", "1", json).getData(String.class).getData())
                .isEqualTo(json);
    }

    private static IntermediateEventRepresentation upcast(String name, String revision, String json) {
        GenericDomainEventEntry<String> stored = new GenericDomainEventEntry<>(
                "CaseFile",
                EventSamples.CASE.toString(),
                7,
                "event-1",
                "2016-01-04T08:00:00Z",
                name,
                revision,
                json,
                "{}");
        return new InterventionEnded1To2()
                .upcast(Stream.of(new InitialEventRepresentation(stored, SERIALIZER)))
                .findFirst()
                .orElseThrow();
    }

    private static InterventionEnded read(IntermediateEventRepresentation event) {
        return MAPPER.treeToValue(event.getData(ObjectNode.class).getData(), InterventionEnded.class);
    }

    private static String revision1(EndReason reason) {
        return """
                {"caseId":"%s","interventionId":"%s","reason":"%s","destination":"PARENTS_HOME",\
                "explanation":"1.AAAAEXPLANATION","effectiveOn":"2015-12-31"}""".formatted(EventSamples.CASE, EventSamples.INTERVENTION, reason);
    }
}
