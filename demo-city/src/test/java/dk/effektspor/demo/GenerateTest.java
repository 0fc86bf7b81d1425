package dk.effektspor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GenerateTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 6", "2, 6", "3, 12", "4, 2", "5, 20"})
    void every_line_may_stand_where_it_stands(long seed, int years) throws IOException {
        Catalogue catalogue = CatalogueLoader.fromClassPath();
        JsonMapper json = JsonMapper.builder().build();
        Map<String, Rules> cases = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Set<String> people = new HashSet<>();

        for (String text : lines(new CityPlan(300, years, seed, UNTIL))) {
            JsonNode line = json.readTree(text);
            try {
                assertThat(ids.add(line.get("id").asString())).isTrue();
                cases.computeIfAbsent(line.get("case").asString(), n -> new Rules(catalogue, UNTIL))
                        .read(line);
                if (line.get("type").asString().equals("open-case")) {
                    JsonNode data = line.get("data");
                    assertThat(people.add(data.get("cpr") + " " + data.get("targetGroup")))
                            .isTrue();
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        CityPlan plan = new CityPlan(50, 6, 7, UNTIL);

        assertThat(lines(plan)).isEqualTo(lines(plan)).isNotEqualTo(lines(new CityPlan(50, 6, 8, UNTIL)));
    }

    @Test
    void a_larger_city_holds_the_smaller_one() throws IOException {
        assertThat(lines(new CityPlan(60, 6, 7, UNTIL)))
                .startsWith(lines(new CityPlan(50, 6, 7, UNTIL)).toArray(String[]::new));
    }

    @Test
    void the_arguments_say_what_city_and_where_to() throws IOException {
        Path file = folder.resolve("city.ndjson");
        ByteArrayOutputStream report = new ByteArrayOutputStream();

        int code = Generate.run(
                new String[] {
                    "--citizens",
                    "50",
                    "--years",
                    "6",
                    "--seed",
                    "7",
                    "--until",
                    "2026-10-31",
                    "--out",
                    file.toString(),
                    "--report"
                },
                OutputStream.nullOutputStream(),
                new PrintStream(report, true, StandardCharsets.UTF_8),
                Locale.ENGLISH);

        assertThat(code).isZero();
        assertThat(Files.readAllLines(file)).isEqualTo(lines(new CityPlan(50, 6, 7, UNTIL)));
        assertThat(report.toString(StandardCharsets.UTF_8))
                .startsWith("50 citizens, 6 years until 2026-10-31, seed 7:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--citizens", "--citizens 0", "--years x", "--seed 1.5", "--until today", "--size 3"})
    void arguments_it_does_not_understand_are_refused_with_the_usage(String arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Generate.run(
                arguments.split(" "), out, new PrintStream(err, true, StandardCharsets.UTF_8), Locale.ENGLISH);

        assertThat(code).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(arguments.split(" ")[0])
                .contains(Usage.of(Locale.ENGLISH).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --citizens   | --citizens skal have en værdi
                    --citizens 0 | --citizens skal være et helt tal fra 1 til 1000000
                    --seed 1.5   | --seed skal være et helt tal
                    --until idag | --until skal være en dato som 2026-10-31
                    --size 3     | Ukendt argument: --size
                    """)
    void a_danish_reader_is_told_in_danish(String arguments, String sentence) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        Generate.run(
                arguments.split(" "),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.forLanguageTag("da"));

        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(sentence + "\n" + "Brug: generate [--citizens N]");
    }

    private static List<String> lines(CityPlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Generate.write(plan, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
