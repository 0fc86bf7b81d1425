package dk.effektspor.query.effect.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.query.effect.reference.References.Figure;
import dk.effektspor.query.effect.reference.References.Series;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final String SOURCES = "{\"S000\": \"Bilag 1\"}";
    private static final String FIGURE = """
            {"series": "x", "name": {"da": "x", "en": "x"}, "shownBeside": [], "figures": [
              {"id": "A", "period": "2012", "label": {"da": "a", "en": "a"}, "population": {"da": "p", "en": "p"}, "unit": "%%", "value": 1, "status": "SOURCED", "sources": ["S000"]},
              %s
            ]}
            """;

    @Test
    void all_published_series_are_there_with_their_sources() {
        References references = References.fromClassPath();

        assertThat(references.all())
                .extracting(Series::series)
                .contains(
                        "baseline-2009",
                        "kbh-placed",
                        "kbh-foster-share",
                        "kbh-network-share",
                        "dk-sammenbrud",
                        "randers-goals");
        assertThat(figures(references, "baseline-2009")).hasSize(16);
        assertThat(figures(references, "kbh-foster-share"))
                .filteredOn(f -> f.period().equals("2012-12-31"))
                .extracting(Figure::value)
                .containsExactly(46.2, 48.1);
        assertThat(references.all())
                .flatExtracting(Series::figures)
                .allSatisfy(f -> assertThat(f.sources()).isNotEmpty());
        assertThat(figures(references, "randers-goals").size()
                        + figures(references, "randers-continuity").size())
                .isEqualTo(9);
    }

    @Test
    void breakdowns_and_steps_have_figures_to_be_shown_beside() {
        References references = References.fromClassPath();

        assertThat(references.beside("breakdowns")).extracting(Series::series).contains("dk-sammenbrud");
        assertThat(references.beside("steps")).extracting(Series::series).contains("kbh-foster-share");
        assertThat(references.beside("change")).isEmpty();
    }

    @Test
    void a_figure_without_a_known_source_is_refused_by_file_and_line() {
        refused(
                FIGURE.formatted("{}").replace("\"S000\"]}", "\"S999\"]}"),
                "x.json:2: source S999 is not in sources.json");
    }

    @Test
    void a_figure_that_lacks_a_field_is_refused_by_file_and_line() {
        refused(FIGURE.formatted("{}"), "x.json:3: id is missing");
    }

    @Test
    void a_figure_without_value_or_text_is_refused() {
        String second = """
                {"id": "B", "period": "2012", "label": {"da": "a", "en": "a"}, "population": {"da": "p", "en": "p"}, "unit": "%", "status": "SOURCED", "sources": ["S000"]}""";
        refused(FIGURE.formatted(second), "x.json:3: neither value nor text");
    }

    @Test
    void what_is_not_json_is_refused_by_file_and_line() {
        refused("{\n\"series\": \"x\",\n oops", "x.json:3: is not JSON");
    }

    private static void refused(String content, String sentence) {
        assertThatThrownBy(() -> new ReferenceFiles(Map.of("sources.json", SOURCES, "x.json", content)).load())
                .isInstanceOf(BadReference.class)
                .hasMessage(sentence);
    }

    private static List<Figure> figures(References references, String series) {
        return references.all().stream()
                .filter(s -> s.series().equals(series))
                .findFirst()
                .orElseThrow()
                .figures();
    }
}
