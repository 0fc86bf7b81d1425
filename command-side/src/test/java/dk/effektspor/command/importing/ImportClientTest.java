package dk.effektspor.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.Bodies;
import dk.effektspor.command.RunningCommandSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

class ImportClientTest extends RunningCommandSide {

    @TempDir
    private Path folder;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Environment environment;

    private final StringBuilder out = new StringBuilder();

    @Test
    void a_whole_file_ends_with_0_and_its_counts() throws IOException {
        assertThat(run(ImportTest.history(Bodies.caseNumber(), 2), Locale.ENGLISH))
                .as(out.toString())
                .isEqualTo(ImportClient.TAKEN);
        assertThat(out).contains("100 %").contains("5 taken, 0 unchanged, 0 rejected");
        assertThat(out).doesNotContain("\r");
    }

    @Test
    void a_file_with_a_bad_line_ends_with_3_and_names_the_rejects() throws IOException {
        assertThat(run(ImportTest.history(Bodies.caseNumber(), 2) + "{}\n", Locale.forLanguageTag("da")))
                .isEqualTo(ImportClient.SOME_REJECTED);
        assertThat(out).contains("1 afvist").contains("-rejects.ndjson");
    }

    @Test
    void nobody_there_and_no_file_each_end_with_1_and_a_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("tom.ndjson"), "");
        assertThat(new ImportClient(file, "http://127.0.0.1:1", "drift", "", Locale.ENGLISH, false, out).run())
                .isEqualTo(ImportClient.FAILED);
        assertThat(new ImportClient(
                                folder.resolve("ingen"), "http://127.0.0.1:1", "drift", "", Locale.ENGLISH, false, out)
                        .run())
                .isEqualTo(ImportClient.FAILED);
        assertThat(out).contains("Nobody answers").contains("cannot be read");
    }

    private int run(String content, Locale reader) throws IOException {
        Path file = Files.writeString(folder.resolve("fil.ndjson"), content);
        String base = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        return new ImportClient(file, base, "drift", api().password("drift"), reader, false, out).run();
    }
}
