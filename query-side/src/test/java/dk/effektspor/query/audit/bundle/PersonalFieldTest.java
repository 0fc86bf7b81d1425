package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalFieldTest {

    @Test
    void every_sealed_field_there_is_belongs_to_a_class_one_can_name() throws Exception {
        List<String> unnamed = new ArrayList<>();
        int sealed = 0;
        for (CaseEvent event : EventSamples.all()) {
            Payload payload = Payload.of(ViewJson.write(event).getBytes(UTF_8));
            for (Map.Entry<String, String> string : payload.strings().entrySet()) {
                if (string.getValue().startsWith("1.AAAA")) {
                    sealed++;
                    if (PersonalField.at(event.eventName(), string.getKey()) == PersonalField.OTHER) {
                        unnamed.add(event.eventName() + string.getKey());
                    }
                }
            }
        }

        assertThat(sealed).isGreaterThan(20);
        assertThat(unnamed).isEmpty();
    }

    @Test
    void the_words_that_stand_for_several_classes_are_understood_and_others_are_not() {
        assertThat(PersonalField.of(List.of("person", "notes")))
                .containsExactlyInAnyOrder(
                        PersonalField.CPR, PersonalField.NAME, PersonalField.ADDRESS, PersonalField.NOTES);
        assertThat(PersonalField.of(List.of("all"))).containsExactly(PersonalField.values());
        assertThatThrownBy(() -> PersonalField.of(List.of("shoes"))).isInstanceOf(PersonalField.Unknown.class);
    }
}
