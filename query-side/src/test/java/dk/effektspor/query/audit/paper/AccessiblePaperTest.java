package dk.effektspor.query.audit.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Who cannot see the paper can hear it: PDF/UA-1, as judged from outside. */
class AccessiblePaperTest {

    private static final byte[] PDF = paperCase().history("da");

    @Test
    void it_is_tagged_and_has_a_language_a_title_headings_tables_and_bookmarks() throws Exception {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("da");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Sagshistorik · Sag 2025-0000007");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            Set<String> tags = new TreeSet<>();
            tags(document.getDocumentCatalog().getStructureTreeRoot(), tags);
            assertThat(tags).contains("H1", "H2", "H3", "H4", "P", "Table", "TR", "TH", "TD", "L", "LI");
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).containsExactly("Sagen kort", "Registreringer", "Sådan kontrolleres dette dokument");
        }
    }

    @Test
    void it_carries_every_font_and_points_at_nothing_outside() throws Exception {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            document.getPages().forEach(page -> {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(font(page.getResources(), name).isEmbedded()).isTrue();
                }
                assertThat(page.getCOSObject().containsKey(COSName.ANNOTS)).isFalse();
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    void an_independent_judge_finds_it_to_be_pdf_ua(String name, byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);

            assertThat(result.getTestAssertions())
                    .extracting(one -> one.getRuleId().getClause() + "-"
                            + one.getRuleId().getTestNumber() + " " + one.getMessage())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    /** Every part that any paper has, in both languages. */
    private static Stream<Arguments> papers() {
        Insight withheld = new Insight(
                Insight.Access.PARTY,
                false,
                List.of(
                        new Insight.Redaction(2L, "*", null, "FVL §15 b"),
                        new Insight.Redaction(null, null, "Linje to", "FVL §15 b, stk. 1")),
                null);
        Insight forAnyone = new Insight(Insight.Access.PUBLIC, null, null, List.of(new Insight.Place(11, "text")));
        return Stream.of(
                Arguments.of("the history", PDF),
                Arguments.of("the history in English", paperCase().history("en")),
                Arguments.of("an extract with redactions", paperCase().insight(withheld)),
                Arguments.of("an extract for anyone in English", paperCase().insight(forAnyone, "en")));
    }

    private static PaperCase paperCase() {
        return new PaperCase().note("Linje et\nLinje to \uD83D\uDE00 <b>fed</b>");
    }

    private static PDFont font(org.apache.pdfbox.pdmodel.PDResources resources, COSName name) {
        try {
            return resources.getFont(name);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void tags(PDStructureNode node, Set<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags(element, tags);
            }
        }
    }
}
