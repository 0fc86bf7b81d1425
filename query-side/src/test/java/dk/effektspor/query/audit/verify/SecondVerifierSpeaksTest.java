package dk.effektspor.query.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a person reads who runs the verifier of docs/verifier by hand. */
class SecondVerifierSpeaksTest {

    private static final String SOUND = "src/test/resources/bundles/sound.bundle";

    @Test
    void it_speaks_danish_and_english_where_that_is_asked_for() throws Exception {
        assertThat(said("", SOUND)).contains("0", "ALT VEL", "hændelser");
        assertThat(said("en_GB.UTF-8", SOUND)).contains("0", "ALL WELL", "events");
        assertThat(said("", "src/test/resources/bundles/bad-other-time.bundle")).contains("1", "GALT: ", "linje");
    }

    @Test
    void what_it_cannot_read_or_does_not_take_is_named() throws Exception {
        assertThat(said("", SOUND, "--key")).contains("2", "--key mangler sin værdi");
        assertThat(said("en", SOUND, "--earlier")).contains("2", "--earlier lacks its value");
        assertThat(said("", SOUND, "--speed")).contains("2", "Der er ingen --speed");
        assertThat(said("", "no-such-file")).contains("2", "no-such-file kan ikke læses");
        assertThat(said("", "pom.xml")).contains("2", "ikke en bundle");
    }

    /** The exit code, and what was printed. */
    private static String said(String language, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "../docs/verifier/verify.mjs"));
        command.addAll(List.of(arguments));
        ProcessBuilder node = new ProcessBuilder(command).redirectErrorStream(true);
        node.environment().keySet().removeAll(List.of("EFFEKTSPOR_LANG", "LC_ALL"));
        node.environment().put("LANG", language);
        Process running = node.start();
        String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return running.exitValue() + " " + printed;
    }
}
