package dk.effektspor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class RouteShapeTest {

    private static final List<String> PARTS_OF_PATTERNS = List.of(
            "cases",
            "notes",
            "a b",
            "50%",
            "note.csv",
            "{id}",
            "{id}.csv",
            "{id:[a-z]+}",
            "no*",
            "n?tes",
            "*",
            "",
            "notes;v=1");
    private static final List<String> PARTS_OF_PATHS = List.of(
            "cases",
            "notes",
            "Notes",
            "a%20b",
            "a+b",
            "50%25",
            "note.csv",
            "no%74es",
            "notes;v=1",
            ";v=1",
            "x",
            "",
            "%2F",
            "..");

    private final Random random = new Random(20261127);

    @Test
    void whatever_spring_matches_is_admitted() {
        int matched = 0;
        for (int i = 0; i < 200_000; i++) {
            String pattern = any(PARTS_OF_PATTERNS)
                    + List.of("", "", "", "/**", "/{*rest}").get(random.nextInt(5));
            PathContainer path = PathContainer.parsePath(any(PARTS_OF_PATHS));
            if (PathPatternParser.defaultInstance.parse(pattern).matches(path)) {
                matched++;
                assertThat(RouteShape.of(Set.of(pattern)).admits(path))
                        .as("%s of %s", path, pattern)
                        .isTrue();
            }
        }
        assertThat(matched).isGreaterThan(2_000);
    }

    /** So few parts that both often agree. */
    private String any(List<String> parts) {
        List<String> chosen = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            // No two variables of a pattern may have the same name.
            chosen.add("/" + parts.get(random.nextInt(parts.size())).replace("{id", "{id" + n));
        }
        return String.join("", chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "/cases/{id}/notes, /cases/7/notes/1",
        "/cases/{id}/notes, /cases/7",
        "/cases/{id}/notes, /cases/7/scores",
        "/cases/{id}/notes, /cases/7/notes/",
        "/cases/{id}/notes, /cases/7/Notes",
        "/cases/{id}, /citizens/7"
    })
    void a_path_with_other_words_or_more_parts_is_not(String pattern, String path) {
        assertThat(RouteShape.of(Set.of(pattern)).admits(PathContainer.parsePath(path)))
                .isFalse();
    }

    @Test
    void a_route_with_two_paths_is_meant_by_either() {
        RouteShape shape = RouteShape.of(Set.of("/cases/{id}", "/citizens/{id}/cases"));
        assertThat(shape.admits(PathContainer.parsePath("/cases/7"))).isTrue();
        assertThat(shape.admits(PathContainer.parsePath("/citizens/7/cases"))).isTrue();
        assertThat(shape.admits(PathContainer.parsePath("/citizens/7"))).isFalse();
    }
}
