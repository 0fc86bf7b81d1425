package dk.effektspor.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.CaseEvents;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarratorTest {

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void every_event_is_told_as_a_sentence(String language) {
        List<CaseEvent> story = Story.all();
        assertThat(story.stream().map(Object::getClass))
                .containsAll(CaseEvents.types().toList());

        Approvals.verify(
                story.stream().map(event -> tell(event, language)).collect(Collectors.joining("\n", "", "\n")),
                Approvals.NAMES.withParameters(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void every_value_has_a_word(String language) {
        Sentences sentences = Sentences.in(Locale.forLanguageTag(language));
        assertThat(Stream.of(EndReason.values(), Destination.values(), Law.values())
                        .flatMap(Stream::of)
                        .map(sentences::word))
                .noneMatch(String::isBlank);
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(Sentences.in(Locale.ENGLISH).all().keySet())
                .isEqualTo(Sentences.in(Locale.forLanguageTag("da")).all().keySet());
    }

    private static String tell(CaseEvent event, String language) {
        Map<InterventionId, Terms> decided = Story.all().stream()
                .filter(InterventionDecided.class::isInstance)
                .map(InterventionDecided.class::cast)
                .collect(Collectors.toMap(InterventionDecided::interventionId, InterventionDecided::terms));
        return new Narrator(CatalogueLoader.fromClassPath(), Locale.forLanguageTag(language), decided).tell(event);
    }
}
