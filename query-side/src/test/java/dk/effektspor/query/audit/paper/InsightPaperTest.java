package dk.effektspor.query.audit.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.clocks.TwoClocks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is withheld is not in the file, under no ink and in no corner of it. */
class InsightPaperTest {

    private static final String SECRET = "Morfar Jens Opfundet drikker, siger nabo";

    @Test
    void a_withheld_field_is_nowhere_in_the_file_and_stands_in_the_list_with_its_ground() {
        PaperCase paper = new PaperCase().note(SECRET).note("Anna ringede. " + SECRET.toUpperCase() + ". Farvel.");
        byte[] pdf = paper.insight(redacting(new Insight.Redaction(11L, "text", null, "FVL §15 b")));
        String text = PaperCase.text(pdf);

        assertThat(text).doesNotContainIgnoringCase("Jens").doesNotContainIgnoringCase("drikker");
        assertThat(new String(pdf, ISO_8859_1)).doesNotContain("Opfundet");
        assertThat(text)
                .contains("Undtaget: FVL §15 b", "Anna ringede.", "Farvel.")
                .containsSubsequence("Hvad der er undtaget", "Nr. 11, Notat", "FVL §15 b", "Nr. 12, Notat");
    }

    @Test
    void a_name_is_withheld_wherever_it_stands_and_however_it_ends() {
        String text = PaperCase.text(new PaperCase()
                .note("Jens\n Opfundets bil. jens opfundet kom. Jens\u200B Opfundet gik.")
                .insight(redacting(new Insight.Redaction(null, null, "Jens Opfundet", "FVL §15 b, stk. 1"))));

        assertThat(text).doesNotContainIgnoringCase("opfundet").contains("s bil.", "kom.", "gik.");
    }

    @Test
    void a_withheld_choice_takes_the_sentence_and_the_summary_along() {
        Dossier extract = extract(new PaperCase(), new Insight.Redaction(3L, "terms.measure", null, "FVL §15 b"));

        assertThat(extract.summary()).isNull();
        assertThat(extract.entries().get(2).sentence().text()).isEqualTo("Afgørelse om indsats ");
        assertThat(extract.entries().get(2).facts())
                .filteredOn(fact -> fact.path().equals("terms.measure"))
                .allSatisfy(fact -> assertThat(fact.value().text()).isEmpty());
    }

    @Test
    void a_whole_registration_can_be_withheld() {
        Dossier extract = extract(new PaperCase(), new Insight.Redaction(2L, "*", null, "FVL §15 b"));
        Entry entry = extract.entries().get(1);

        assertThat(Places.facts(entry))
                .allSatisfy(fact -> assertThat(fact.value().text()).isEmpty());
        // The correction shows what it corrected: that is withheld with it.
        assertThat(extract.entries().get(9).scores())
                .allSatisfy(score -> assertThat(score.before()).isEqualTo(Passage.withheld("FVL §15 b")));
    }

    @Test
    void employees_are_named_unless_it_is_asked_that_they_are_not() {
        PaperCase paper = new PaperCase();

        assertThat(PaperCase.text(paper.insight(Insight.withoutRedactions(null, null))))
                .contains("anna", "revisor (revisor)");
        assertThat(PaperCase.text(paper.insight(Insight.withoutRedactions(null, false))))
                .contains("medarbejder 1", "en medarbejder (revisor)")
                .doesNotContainIgnoringCase("anna");
    }

    @Test
    void an_extract_for_anyone_shows_nothing_of_a_person_but_what_was_chosen() {
        PaperCase paper = new PaperCase().note("Kun dette må ses");
        String nothing = PaperCase.text(paper.insight(Insight.withoutRedactions(Insight.Access.PUBLIC, null)));
        String chosen = PaperCase.text(
                paper.insight(new Insight(Insight.Access.PUBLIC, null, null, List.of(new Insight.Place(11, "text")))));

        assertThat(nothing)
                .contains("nr. 11", "Undtaget: OFL §30, nr. 1")
                .doesNotContain("Karla", "7101120001", "Kun dette", "Tastefejl", "anna");
        assertThat(chosen).contains("Kun dette må ses").doesNotContain("Karla", "Tastefejl");
    }

    @Test
    void a_redaction_that_hits_nothing_or_has_no_ground_is_refused() {
        refused("paper.unknown-place", 99L, "text", null, "FVL §15 b");
        refused("paper.unknown-place", 3L, "txet", null, "FVL §15 b");
        refused("paper.invalid-ground", 3L, "terms.reason", null, "fordi Jens siger det");
        refused("paper.invalid-redaction", 3L, null, null, "FVL §15 b");
        refused("paper.invalid-redaction", 3L, "terms.reason", "Jens", "FVL §15 b");
        refused("paper.invalid-phrase", null, null, "Je", "FVL §15 b");
        refused("paper.unknown-phrase", null, null, "Jens Opfundet", "FVL §15 b");
    }

    @Test
    void a_phrase_is_looked_for_in_all_that_the_extract_says_and_refused_by_its_place_in_the_list() {
        Insight.Redaction cover = new Insight.Redaction(null, null, "KARLA", "FVL §15 b");
        Insight.Redaction score = new Insight.Redaction(null, null, "Tastefejl", "FVL §15 b");
        Insight.Redaction nowhere = new Insight.Redaction(null, null, "Jens Opfundet", "FVL §15 b");

        assertThatCode(() -> extract(new PaperCase(), cover)).doesNotThrowAnyException();
        assertThatCode(() -> extract(new PaperCase(), score)).doesNotThrowAnyException();
        assertThatThrownBy(() -> extract(new PaperCase(), cover, nowhere))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.facts()).isEqualTo(Map.of("field", "redactions[1].phrase")));
    }

    private static void refused(
            String code, @Nullable Long version, @Nullable String field, @Nullable String phrase, String ground) {
        assertThatThrownBy(() -> extract(new PaperCase(), new Insight.Redaction(version, field, phrase, ground)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code))
                .hasMessageNotContaining("Jens");
    }

    private static Insight redacting(Insight.Redaction... redactions) {
        return new Insight(null, null, List.of(redactions), null);
    }

    private static Dossier extract(PaperCase paper, Insight.Redaction... redactions) {
        return new Extract(redacting(redactions), PaperCase.words("da")).of(paper.dossier(TwoClocks.NOW, "da"));
    }
}
