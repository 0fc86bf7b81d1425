package dk.effektspor.query.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.ChildProcess;
import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePackingTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 16_000, 400_000})
    void a_page_comes_back_as_it_was_packed(int length) {
        byte[] page = new byte[length];
        new Random(length).nextBytes(page);

        assertThat(PagePacking.unpacked(PagePacking.packed(page))).isEqualTo(page);
    }

    @Test
    void what_repeats_itself_takes_less_room() {
        byte[] page =
                "{\"actor\":\"anna\",\"role\":\"CASEWORKER\"}\n".repeat(400).getBytes(UTF_8);

        assertThat(PagePacking.packed(page)).hasSizeLessThan(page.length / 20);
    }

    @Test
    void where_the_library_cannot_be_unpacked_the_start_is_refused_with_a_way_out(@TempDir Path folder)
            throws Exception {
        Path noFolder = Files.createFile(folder.resolve("file"));

        try (ChildProcess start = ChildProcess.start(Start.class, folder.resolve("errors"), noFolder.toString())) {
            assertThat(start.output().readLine()).contains("midlertidige filer").contains("-Djava.io.tmpdir=MAPPE");
        }
    }

    /** Only a new process has not loaded the library yet. */
    static final class Start {

        private Start() {}

        public static void main(String[] arguments) throws IOException {
            System.setProperty("java.io.tmpdir", arguments[0]);
            try {
                PagePacking.prepare();
            } catch (StartRefused refused) {
                System.out.println(refused.sentence(Locale.forLanguageTag("da")));
            }
        }
    }
}
