package dk.effektspor.query.audit.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import dk.effektspor.shared.privacy.SealedText;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that a later release adds to an event must have a name on paper, and every text must reach the paper. */
class FactsOfTest {

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void every_field_of_every_event_has_a_name_and_every_text_is_told(String language) {
        Words words = PaperCase.words(language);
        OpenedTexts texts = new OpenedTexts(new Labels());
        FactsOf facts = new FactsOf(
                EventSamples.CITIZEN, texts, CatalogueLoader.fromClassPath(), new Standings(List.of()), words);
        ScoresOf scores = new ScoresOf(EventSamples.CITIZEN, texts, CatalogueLoader.fromClassPath(), words);

        assertThat(EventSamples.all()).allSatisfy(event -> {
            String told = Stream.concat(
                            facts.of(event).stream(),
                            scores.of(event, null).stream().flatMap(score -> Stream.ofNullable(score.comment())))
                    .map(fact -> fact.value().text())
                    .toList()
                    .toString();
            String stored = ViewJson.write(event);
            java.util.regex.Pattern.compile("1\\.AAAA(\\w+)")
                    .matcher(stored)
                    .results()
                    .forEach(text -> assertThat(told).contains("opened " + text.group(1)));
            assertThat(words.text("event." + event.eventName())).isNotEmpty();
        });
    }

    @Test
    void both_languages_say_the_same_things() throws Exception {
        assertThat(keys("da")).isEqualTo(keys("en"));
    }

    private static java.util.Set<Object> keys(String language) throws Exception {
        Properties texts = new Properties();
        try (var in = FactsOfTest.class.getResourceAsStream(
                "/messages/paper_" + language.toLowerCase(Locale.ROOT) + ".properties")) {
            texts.load(in);
        }
        return texts.keySet();
    }

    /** Opens a sample's text to its label. */
    private static final class Labels implements Vault {

        @Override
        public dk.effektspor.shared.casefile.CitizenId citizenWith(String cpr) {
            return EventSamples.CITIZEN;
        }

        @Override
        public java.util.Optional<dk.effektspor.shared.casefile.CitizenId> find(String cpr) {
            return java.util.Optional.empty();
        }

        @Override
        public SealedText seal(dk.effektspor.shared.casefile.CitizenId citizen, String clear) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(dk.effektspor.shared.casefile.CitizenId citizen, SealedText sealed) {
            return "opened " + sealed.ciphertext().substring("1.AAAA".length());
        }

        @Override
        public java.util.Optional<dk.effektspor.shared.privacy.Disclosure> disclose(
                dk.effektspor.shared.casefile.CitizenId citizen, SealedText sealed) {
            return java.util.Optional.empty();
        }
    }
}
