package dk.effektspor.query.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.audit.bundle.SampleBundles;
import dk.effektspor.query.ledger.proof.SignedNote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program says and exits with. */
class VerifyTest {

    private static final SampleBundles CASE = new SampleBundles(23);
    private static final byte[] SOUND = CASE.bundle();

    @TempDir
    Path folder;

    private record Said(int code, String out, String errors) {}

    @Test
    void a_case_at_one_of_its_events_is_told_beside_the_verdict() {
        Said said = said("da", SOUND, "--at", "22");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("ALT VEL")
                .containsSubsequence(
                        "Målgruppe      UBU-13-18",
                        "Kompas         UBU-13-18 1, medarbejderen: 1=9 (2025-01-06), 2=9 (2025-01-06)",
                        "Netværksmøde   2025-01-06, borgeren var med",
                        "Enige om \"planen\"\n                 \ufffd🍏");
        assertThat(said("en", SOUND, "--at", "22").out())
                .contains(
                        "Compass        UBU-13-18 1, the employee: 1=9", "Meeting        2025-01-06, the citizen was");
    }

    @Test
    void an_event_that_the_case_does_not_have_is_refused_after_the_verdict() {
        Said said = said("da", SOUND, "--at", "99");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).startsWith("ALT VEL").doesNotContain("Sagsnummer");
        assertThat(said.errors()).isEqualTo("Hændelse 99 findes ikke: --at går fra 0 til 22.\n");
        assertThat(said("da", SOUND, "--at", "23").code()).isEqualTo(2);
        assertThat(json(said("da", SOUND, "--at", "99", "--json")).has("state")).isFalse();
    }

    @Test
    void a_sequence_and_a_date_are_two_points() {
        Said said = said("da", SOUND, "--at", "3", "--valid-at", "2025-01-06");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.errors()).contains("--at", "--valid-at", "--known-at");
        assertThat(said("da", SOUND, "--known-at=2025-01-06", "--at=3").code()).isEqualTo(2);
    }

    @Test
    void a_point_before_the_case_gets_the_verdict_and_is_said_to_have_no_case() {
        Said said = said("da", SOUND, "--known-at", "2020-01-01");
        Said toPrograms = said("da", SOUND, "--known-at", "2020-01-01", "--json");

        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("ALT VEL").endsWith("På det tidspunkt var der ingen sag.\n");
        assertThat(toPrograms.code()).isZero();
        assertThat(json(toPrograms).path("sound").asBoolean()).isTrue();
        assertThat(json(toPrograms).path("state").isNull()).isTrue();
        Said spoilt = said("da", requireNonNull(Spoilt.of(SOUND).get("other-time")), "--known-at", "2020-01-01");
        assertThat(spoilt.code()).isOne();
        assertThat(spoilt.out()).startsWith("GALT");
    }

    @Test
    void a_malformed_point_is_told_by_its_option_and_form() {
        assertThat(said("da", SOUND, "--valid-at", "1/2-2025").errors())
                .isEqualTo("--valid-at skal være en dato, f.eks. 2025-03-31.\n");
        assertThat(said("en", SOUND, "--known-at", "yesterday").errors())
                .isEqualTo("--known-at must be a date or an instant, e.g. 2025-03-31 or 2025-03-31T10:15:30Z.\n");
        assertThat(said("da", SOUND, "--at", "-1").errors()).contains("--at skal være et helt tal fra 0");
        assertThat(said("da", SOUND, "--at", "tre").code()).isEqualTo(2);
        assertThat(said("da", SOUND, "--sideways", "1").errors()).startsWith("Brug: ");
    }

    @Test
    void a_file_of_200_events_with_one_byte_changed_is_never_well() {
        byte[] sound = new SampleBundles(200).bundle();
        int[] changes = {0x01, 0x20, 0x80};
        assertThat(said("en", sound).code()).isZero();

        List<Integer> places = new Random(2).ints(400, 0, sound.length).boxed().toList();
        List<Integer> unnoticed = places.parallelStream()
                .filter(at -> {
                    byte[] changed = sound.clone();
                    changed[at] ^= (byte) changes[at % changes.length];
                    Said said = saidOf("byte-" + at, "en", changed);
                    return (said.code() != 1 && said.code() != 2) || said.out().contains("ALL WELL");
                })
                .toList();

        assertThat(unnoticed).isEmpty();
    }

    @Test
    void a_key_in_a_file_is_the_logs_or_it_is_not() throws IOException {
        String ours = Files.writeString(folder.resolve("key"), CASE.key().text() + "\n")
                .toString();
        String other = Files.writeString(
                        folder.resolve("other"), new SampleBundles(5).key().text())
                .toString();

        Said said = said("da", SOUND, "--key", ours);
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("ALT VEL").doesNotContain("filens egen");
        assertThat(json(said("da", SOUND, "--json", "--key=" + ours))
                        .path("keyGiven")
                        .asBoolean())
                .isTrue();
        assertThat(said("da", SOUND).out()).contains("filens egen");
        Said strange = said("da", SOUND, "--key", other);
        assertThat(strange.code()).isOne();
        assertThat(strange.out()).startsWith("GALT").contains("nøglen er ikke den, der blev givet");
        assertThat(said("en", SOUND, "--key", other).out()).contains("the key is not the one that was given");
        Said none = said("da", SOUND, "--key", folder.resolve("a.bundle").toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.errors()).endsWith(" er ikke en nøgle.\n");
    }

    @Test
    void an_earlier_checkpoint_in_a_file_is_continued_or_it_is_not() throws IOException {
        Said said = said("da", SOUND, "--earlier", checkpoint("earlier", CASE.earlier()));
        assertThat(said.code()).as(said.out()).isZero();
        assertThat(said("da", SOUND, "--earlier=" + checkpoint("latest", CASE.latest()))
                        .code())
                .isZero();

        Said strange = said(
                "da",
                SOUND,
                "--earlier",
                checkpoint("other", new SampleBundles(90).earlier()),
                "--key",
                CASE.key().text());
        assertThat(strange.code()).isOne();
        assertThat(strange.out())
                .startsWith("GALT")
                .contains(
                        "hele filen: det tidligere kontrolpunkt er ikke underskrevet med nøglen",
                        "hele filen: filen har intet bevis, der begynder ved det tidligere kontrolpunkt");
        Said none = said("en", SOUND, "--earlier", folder.resolve("a.bundle").toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.errors()).endsWith(" is not a checkpoint.\n");
    }

    private String checkpoint(String name, SignedNote note) throws IOException {
        return Files.writeString(folder.resolve(name), note.render()).toString();
    }

    private Said said(String language, byte[] bundle, String... options) {
        return saidOf("a.bundle", language, bundle, options);
    }

    private Said saidOf(String name, String language, byte[] bundle, String... options) {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try {
            arguments.add(0, Files.write(file, bundle).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int code = new Verify(
                        Locale.forLanguageTag(language),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(errors, true, UTF_8))
                .run(arguments);
        return new Said(code, out.toString(UTF_8), errors.toString(UTF_8));
    }

    private static JsonNode json(Said said) {
        return JsonMapper.shared().readTree(said.out());
    }
}
