package dk.effektspor.query.audit.paper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** What a court reads is what the record holds. */
class HistoryPaperTest {

    @Test
    void the_whole_case_is_told_in_order_with_both_dates_and_who() {
        String text =
                PaperCase.text(new PaperCase().note("Æblerne på åen øger håbet").history("da"));

        assertThat(text)
                .containsSubsequence(
                        "Sagshistorik",
                        "Sag 2025-0000007",
                        "Karla Opdigtet",
                        "7101120001",
                        "11 registreringer, nr. 1 til nr. 11.",
                        "Sagen kort",
                        "5. ",
                        "Registreringer",
                        "nr. 1 ",
                        "nr. 3 ",
                        "27. januar 2025",
                        "8. januar 2025 kl. 10.15.30",
                        "anna",
                        "sagsbehandler",
                        "Der er brug for ro",
                        "nr. 11 ",
                        "Æblerne på åen øger håbet",
                        "Sådan kontrolleres dette dokument");
    }

    @Test
    void a_correction_stands_beside_what_it_corrects_and_shows_what_was_there() {
        String text = PaperCase.text(new PaperCase().history("da"));

        assertThat(text)
                .containsSubsequence(
                        "nr. 2 ", "RETTET ved nr. 10", "nr. 3 ", "nr. 10 ", "Retter eller annullerer nr. 2");
        // The heading of the column stands on two lines, between which the text of a page tells the one beside it.
        assertThat(text).containsSubsequence("Tastefejl", "Før", "rettelsen", "Score");
        assertThat(new PaperCase().dossier(TwoClocks.NOW, "da").entries().get(9).scores())
                .hasSize(10)
                .allSatisfy(score -> {
                    assertThat(score.before()).isEqualTo(Passage.of("3"));
                    assertThat(score.value().value()).isEqualTo(Passage.of("4"));
                });
    }

    @Test
    void an_annulled_decision_is_labelled_with_all_that_hung_on_it_and_counts_no_more() {
        PaperCase annulled = new PaperCase();
        annulled.events.add(new DecisionAnnulled(
                annulled.sample.caseId,
                annulled.sample.placement,
                annulled.vault.seal(PaperCase.CITIZEN, "Forkert sag"),
                LocalDate.of(2025, 10, 2)));
        Dossier dossier = annulled.dossier(TwoClocks.NOW, "da");

        assertThat(dossier.entries())
                .filteredOn(entry -> entry.standing().state() == Entry.State.ANNULLED)
                .extracting(Entry::version)
                .containsExactly(3L, 4L, 9L);
        assertThat(requireNonNull(dossier.summary()).stays())
                .extracting(Dossier.Stay::step)
                .containsExactly(1);
        assertThat(PaperCase.text(annulled.history("da"))).contains("ANNULLERET ved nr. 11");
    }

    @Test
    void every_page_says_which_case_which_page_of_how_many_and_the_seal() throws IOException {
        byte[] pdf = new PaperCase().history("da");
        String text = PaperCase.text(pdf);
        int pages;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            pages = document.getNumberOfPages();
        }

        IntStream.rangeClosed(1, pages).forEach(page -> assertThat(text).contains("Side " + page + " af " + pages));
        assertThat(text.split(
                        "Kontrolpunkt 4711 · rod " + PaperCase.leaf(-1).hex().substring(0, 16), -1))
                .hasSize(pages + 1);
    }

    @Test
    void the_hash_of_the_case_can_be_computed_by_anyone_from_the_leaf_hashes_printed() throws Exception {
        PaperCase paper = new PaperCase();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < paper.events.size(); i++) {
            digest.update(PaperCase.leaf(i).bytes());
        }
        String text = PaperCase.text(paper.history("da"));

        assertThat(text).contains(new Hash(digest.digest()).hex()).contains("effektspor.example/log+");
        for (int i = 0; i < paper.events.size(); i++) {
            assertThat(text)
                    .contains(
                            "Logplads " + (100 + i) + " · " + PaperCase.leaf(i).hex());
        }
    }

    @Test
    void hostile_text_is_shown_as_what_it_is() {
        String text = PaperCase.text(new PaperCase()
                .note("<script>alert(1)</script> & <b>fed</b> \u202Evendt\u202C \uD83D\uDE00 nul\u0000nul "
                        + "\u05E9\u05DC\u05D5\u05DD \uD800 e\u0301\u0323")
                .history("da"));

        assertThat(text)
                .contains("<script>alert(1)</script> & <b>fed</b>")
                .containsSubsequence("U+202E", "vendt", "U+202C", "U+1F600", "U+0000", "U+05E9 U+05DC", "U+D800");
    }

    @Test
    void an_erased_text_is_told_as_erased_and_the_rest_stands() {
        PaperCase erased = new PaperCase();
        erased.vault.erase();
        String text = PaperCase.text(erased.history("da"));

        assertThat(text)
                .contains("slettet", "nr. 10 ", "27. januar 2025")
                .doesNotContain("Karla", "Der er brug for ro");
        assertThat(text)
                .contains("nøglen til borgerens tekster er slettet", "Registreringerne selv er ikke ændret")
                .doesNotContain("Intet er slettet");
        assertThat(PaperCase.text(new PaperCase().history("da"))).contains("Intet er slettet eller skrevet om");
    }

    @Test
    void it_speaks_english_to_who_asks_for_it() {
        assertThat(PaperCase.text(new PaperCase().history("en")))
                .containsSubsequence("Case history", "Case 2025-0000007", "Page 1 of", "no. 3", "How to check");
    }

    @Test
    void it_tells_the_case_as_true_on_one_date_as_known_at_another() {
        PaperCase paper = new PaperCase();
        Dossier known = paper.dossier(new TwoClocks(null, PaperCase.BEGAN.plusSeconds(5 * 86_400)), "da");
        Dossier valid = paper.dossier(new TwoClocks(LocalDate.of(2025, 2, 10), null), "da");

        assertThat(known.entries()).hasSize(6);
        assertThat(known.seal().events()).isEqualTo(6);
        assertThat(valid.entries()).extracting(Entry::version).containsExactly(1L, 2L, 3L, 4L, 10L);
        assertThat(valid.leftOut()).isEqualTo(5);
        assertThat(requireNonNull(valid.summary()).stays())
                .extracting(Dossier.Stay::step)
                .containsExactly(5);
    }

    @Test
    void a_case_in_which_nothing_has_happened_is_a_paper_too() {
        PaperCase empty = new PaperCase();
        empty.events.subList(1, empty.events.size()).clear();

        assertThat(PaperCase.text(empty.history("da")))
                .contains("Ingen indsats har været sat i gang.", "Der er ingen vurderinger.", "1 registreringer");
    }

    @Test
    void two_thousand_registrations_are_one_paper() {
        PaperCase long_ = new PaperCase();
        for (int i = long_.events.size(); i < 2_000; i++) {
            long_.note("Notat nummer " + (i + 1) + ". Mødet med familien gik godt.");
        }
        byte[] pdf = long_.history("da");

        assertThat(PaperCase.text(pdf, 1)).contains("2000 registreringer, nr. 1 til nr. 2000.");
        assertThat(PaperCase.text(pdf, -1)).containsSubsequence("nr. 1999 ", "Notat nummer 1999.", "nr. 2000 ");
    }
}
