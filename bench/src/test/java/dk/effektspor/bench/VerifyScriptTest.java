package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./effektspor verify} as an auditor types it, on bundles that are kept. */
class VerifyScriptTest {

    private static final Path KEPT = Script.ROOT.resolve("query-side/src/test/resources/bundles");

    @TempDir
    Path folder;

    @Test
    void a_sound_bundle_is_reported_and_ends_with_0() {
        Script verify = verify("sound.bundle", "--at", "2");

        assertThat(verify.exitCode()).as(verify.said()).isZero();
        assertThat(verify.said())
                .contains("ALT VEL", "12, registreret 2025-01-06", "filens egen", "Karla Opdigtet", "HJEM, trin 2");
    }

    @Test
    void a_spoilt_bundle_is_reported_fault_by_fault_and_ends_with_1() {
        Script verify = verify("bad-other-text.bundle", "--lang", "en");

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.said())
                .contains("WRONG: 2 faults", "event 0, /person/name: the text shown is not what was sealed");
    }

    @Test
    void what_is_withheld_is_told_and_never_shown() {
        Script verify = verify("sound-withheld.bundle", "--at", "5");

        assertThat(verify.exitCode()).as(verify.said()).isZero();
        assertThat(verify.said())
                .contains("[tilbageholdt]", "(cpr, name, address)")
                .doesNotContain("Karla");
    }

    @Test
    void a_file_that_cannot_be_read_and_an_option_that_is_none_end_with_2() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "hej\n");

        assertThat(Script.start(folder, Map.of(), "verify", "nowhere").exitCode())
                .isEqualTo(2);
        assertThat(Script.start(folder, Map.of(), "verify", other.toString())
                        .awaitSaid("ikke en bundle")
                        .exitCode())
                .isEqualTo(2);
        assertThat(verify("sound.bundle", "--fly").exitCode()).isEqualTo(2);
        assertThat(verify("sound.bundle", "--key", "a+b").exitCode()).isEqualTo(2);
    }

    private Script verify(String bundle, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "verify";
        arguments[1] = KEPT.resolve(bundle).toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Script.start(folder, Map.of(), arguments);
    }
}
