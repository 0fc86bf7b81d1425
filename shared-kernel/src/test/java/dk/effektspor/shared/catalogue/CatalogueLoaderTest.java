package dk.effektspor.shared.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueLoaderTest {

    private static final List<String> FILES = List.of(
            "catalogue.json",
            "compasses.json",
            "ladders.json",
            "measures.json",
            "programmes.json",
            "offers.json",
            "units.json",
            "bydele.json");

    @TempDir
    Path folder;

    @BeforeEach
    void a_good_catalogue() throws IOException {
        for (String file : FILES) {
            try (InputStream in = requireNonNull(getClass().getResourceAsStream("/catalogue/" + file))) {
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    @Test
    void a_folder_with_the_same_files_is_the_same_catalogue() {
        assertThat(CatalogueLoader.fromFolder(folder))
                .usingRecursiveComparison()
                .isEqualTo(CatalogueLoader.fromClassPath());
    }

    @Test
    void the_files_are_known_by_the_hash_that_a_shell_gives() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String file : FILES.stream().sorted().toList()) {
            digest.update(Files.readAllBytes(folder.resolve(file)));
        }
        String before = CatalogueLoader.fromFolder(folder).sha256();
        assertThat(before).isEqualTo(HexFormat.of().formatHex(digest.digest()));

        Path bydele = folder.resolve("bydele.json");
        Files.writeString(bydele, Files.readString(bydele) + " ");

        assertThat(CatalogueLoader.fromFolder(folder).sha256()).isNotEqualTo(before);
    }

    /** {@code from} is replaced by {@code to}; the complaint must name the line on which {@code at} then stands. */
    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            catalogue.json  | "version": "kbh-default-1"          | "versoin": "kbh-default-1"           | versoin | unknown field 'versoin'
            catalogue.json  | "version": "kbh-default-1",         | ``                                   | { | the field 'version' is missing
            units.json      | "authority": true                   | "authority": tru                     | tru, | no JSON
            units.json      | "authority": true                   | "authority": "yes"                   | "yes" | 'authority' must be true or false
            units.json      | "authority": true                   | "authority": true, "authority": true | true, "authority" | 'authority' stands twice in one object
            bydele.json     | {"code": "AMAGER-SYD",              | {                                    | Amager Syd | the field 'code' is missing
            bydele.json     | "AMAGER-SYD"                        | "AMAGER"                             | Amager Syd | AMAGER stands here and on line 2
            bydele.json     | "NOERREBRO"                         | "NØRREBRO"                           | NØRREBRO | may hold only A-Z
            bydele.json     | {"da": "Valby", "en": "Valby"}      | {"da": "Valby", "en": " "}           | VALBY | a text is expected here
            bydele.json     | {"da": "Valby", "en": "Valby"}      | "Valby"                              | VALBY | an object is expected here
            compasses.json  | "code": "UBU-6-12"                  | "code": "UBU-0-5"                    | "UBU-0-5",\u00a7"version": "2012.1",\u00a7"name": {"da": "Udsatte børn og unge 6-12 | stands here and on line
            compasses.json  | "ageFrom": 6                        | "ageFrom": 13                        | "code": "UBU-6-12" | the ages 13 to 12 are no range
            compasses.json  | {"no": 2, "name": {"da": "Stoffer"  | {"no": 3, "name": {"da": "Stoffer"   | Stoffer | 2 is due here
            compasses.json  | , "uden-potentiale-for-stoffrihed"  | ``                                   | Stoffer | one variant is none
            compasses.json  | "uden-potentiale-for-stoffrihed"    | "med-potentiale-for-stoffrihed"      | Stoffer | stands twice in 'variants'
            compasses.json  | "status": "SOURCED"                 | "status": "SURE"                     | SURE | 'status' must be one of
            ladders.json    | "MISBRUG"]                          | "MISBRUGT"]                          | MISBRUGT | there is no target group MISBRUGT
            ladders.json    | , "MISBRUG"]                        | ]                                    | compasses.json: "code": "MISBRUG" | has no ladder until further notice
            ladders.json    | "targetGroups": ["SOCPSYK"]         | "targetGroups": ["SOCPSYK", "PLEJE"] | "id": "VOKSNE-STANDARD" | PLEJE holds here on days on which it also holds on line
            ladders.json    | "id": "SBST-6"                      | "id": "KBH-TPF"                      | "name": {"da": "Social- og Boligstyrelsens | KBH-TPF stands here and on line 2
            ladders.json    | "HJEM": {"step": 2                  | "HJEMME": {"step": 2                 | HJEMME | there is no measure HJEMME
            ladders.json    | "HJEM": {"step": 2                  | "HJEM": {"step": 7                   | "step": 7 | the ladder KBH-TPF has no step 7
            ladders.json    | "HJEM": {"step": 2                  | "HJEM": {"step": 2.5                 | 2.5 | 'step' must be a whole number
            ladders.json    | {"step": 3, "name": {"da": "Sik     | {"step": 4, "name": {"da": "Sik      | {"step": 4, "name": {"da": "Sik | 3 is due here
            measures.json   | "code": "HJEM"                      | "code": "TIDLIG"                     | Praktisk | TIDLIG stands here and on line
            measures.json   | "validTo": "2023-12-31"             | "validTo": "2023-12-32"              | 2023-12-32 | must be a date like
            measures.json   | "BL", "paragraph": "§28", "validFrom": "2024-01-01" | "SEL", "paragraph": "§11"  | RAADGIVNING | SEL §11 holds here on days
            measures.json   | [{"law": "SEL", "paragraph": "§110"}] | []                                 | "HERBERG" | a measure rests on at least one paragraph
            programmes.json | "PMTO", "name"                      | "DUAA", "name"                       | Parent Man | DUAA stands here and on line
            programmes.json | "ageFrom": 3, "ageTo": 8            | "ageFrom": 9, "ageTo": 8             | DUAA | the ages 9 to 8 are no range
            offers.json     | "measures": ["HERBERG"]             | "measures": ["HOTEL"]                | HOTEL | there is no measure HOTEL
            offers.json     | "measures": ["HERBERG"]             | "measures": []                       | "NATHUS-A" | an offer carries out at least one measure
            offers.json     | "unit": "BBU-CENTER-FOREBYG"        | "unit": "BBU-CENTER-X"               | BBU-CENTER-X | there is no unit BBU-CENTER-X from the beginning
            offers.json     | "code": "FAMILIEHUS-B"              | "code": "FAMILIEHUS-A"               | "Familiehuset B | FAMILIEHUS-A holds here on days
            units.json      | "parent": "BCH", "authority": true  | "parent": "BCX", "authority": true   | BCX | there is no unit BCX from the beginning
            units.json      | "BBU-VALBY", "name"                 | "BBU-AMAGER", "name"                 | Børnefamilieenhed Valby | BBU-AMAGER holds here on days
            units.json      | "validFrom": "2015-01-01"           | "validFrom": "2015-01-01", "validTo": "2014-01-01" | "validTo": "2014-01-01" | before it begins
            units.json      | "en": "Citizen Centre for Adults"}, "parent": "SOF" | "en": "Citizen Centre for Adults"}, "parent": "BCV-HJEMLOESE" | Citizen Centre for Adults | the unit BCV stands above itself
            units.json      | "en": "Citizen Centre for Adults"}, "parent": "SOF", "authority": false, | "en": "Citizen Centre for Adults"}, "parent": "SOF", "authority": false, "validFrom": "2010-01-01", | BCV-SOCIALCENTER | there is no unit BCV from the beginning
            units.json      | "en": "Citizen Centre for Adults"}, "parent": "SOF", "authority": false, | "en": "Citizen Centre for Adults"}, "parent": "SOF", "authority": false, "validTo": "2020-12-31", | BCV-SOCIALCENTER | there is no unit BCV on 2021-01-01
            """)
    void a_bad_file_is_refused_with_its_line_and_the_rule(String file, String from, String to, String at, String rule)
            throws IOException {
        replace(file, from, to);

        assertThatThrownBy(() -> CatalogueLoader.fromFolder(folder))
                .isInstanceOfSatisfying(
                        BadCatalogue.class, e -> assertThat(e.rule()).contains(rule))
                .hasMessageStartingWith(place(file, at));
    }

    @Test
    void a_missing_compass_is_refused() throws IOException {
        String text = read("compasses.json");
        int last = text.lastIndexOf(",\n  {\n    \"code\": \"SOCPSYK\"");
        Files.writeString(folder.resolve("compasses.json"), text.substring(0, last) + "\n]\n");

        assertThatThrownBy(() -> CatalogueLoader.fromFolder(folder))
                .hasMessage(place("compasses.json", "\"code\": \"MISBRUG\"", -1)
                        + "there are exactly twelve compasses, not 11");
    }

    @Test
    void a_missing_dimension_is_refused() throws IOException {
        String text = read("compasses.json");
        int tenth = text.indexOf(",\n      {\"no\": 10,");
        Files.writeString(
                folder.resolve("compasses.json"),
                text.substring(0, tenth) + text.substring(text.indexOf("\n    ]", tenth)));

        assertThatThrownBy(() -> CatalogueLoader.fromFolder(folder))
                .hasMessage(place("compasses.json", "\"code\": \"UBU-0-5\"", -1)
                        + "a compass has exactly ten dimensions, not 9");
    }

    @Test
    void a_missing_file_is_refused() throws IOException {
        Files.delete(folder.resolve("offers.json"));

        assertThatThrownBy(() -> CatalogueLoader.fromFolder(folder))
                .hasMessage(folder + "/offers.json: the file is missing");
    }

    @Test
    void an_empty_file_and_one_that_goes_on_after_its_end_are_refused() throws IOException {
        Files.writeString(folder.resolve("bydele.json"), "");
        assertThatThrownBy(() -> CatalogueLoader.fromFolder(folder))
                .hasMessage(folder + "/bydele.json:1: the file is empty");

        Files.writeString(folder.resolve("bydele.json"), "[]\n[]");
        assertThatThrownBy(() -> CatalogueLoader.fromFolder(folder))
                .hasMessage(folder + "/bydele.json:2: the file goes on after its end");
    }

    private String place(String file, String at) throws IOException {
        if (at.startsWith("compasses.json: ")) {
            return place("compasses.json", at.substring("compasses.json: ".length()), -1);
        }
        if (at.startsWith("\"code\": ") || at.startsWith("\"id\": ") || at.startsWith("\"name\": ")) {
            // The entry begins with a brace on a line of its own.
            return place(file, at, at.startsWith("\"name\": ") ? -2 : -1);
        }
        return place(file, at.replace("\u00a7", "\n    "), at.contains("\u00a7") ? -1 : 0);
    }

    private String place(String file, String at, int lines) throws IOException {
        String text = read(file);
        assertThat(text).contains(at);
        long line = 1
                + text.substring(0, text.indexOf(at))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + lines;
        return folder + "/" + file + ":" + line + ": ";
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = read(file);
        int start = text.indexOf(from);
        assertThat(start).as("'%s' stands in %s", from, file).isNotNegative();
        Files.writeString(folder.resolve(file), text.substring(0, start) + to + text.substring(start + from.length()));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }
}
