package dk.effektspor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.demo.Census.Figure;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CensusTest {

    @Test
    void the_demo_city_is_near_the_published_figures_and_the_document_says_how_near() throws IOException {
        Set<String> types = new HashSet<>();
        Census census = census(CityPlan.DEMO, types);

        assertThat(census.figures()).allSatisfy(f -> assertThat(f).matches(Figure::holds));
        assertThat(census.lines() / CityPlan.DEMO.citizens()).isBetween(50, 80);
        assertThat(types).hasSize(23);
        assertThat(Files.readString(Path.of("../docs/demo-city.md"))).contains(census.report());
    }

    @Test
    void another_seed_gives_a_city_as_near() {
        Census census = census(new CityPlan(4_000, 6, 11, LocalDate.of(2026, 10, 31)), new HashSet<>());

        assertThat(census.figures()).allSatisfy(f -> assertThat(f).matches(Figure::holds));
    }

    private static Census census(CityPlan plan, Set<String> types) {
        Census census = new Census(plan);
        new City(plan, CatalogueLoader.fromClassPath()).tell(lines -> {
            census.count(lines);
            lines.forEach(line -> types.add(line.type()));
        });
        return census;
    }
}
