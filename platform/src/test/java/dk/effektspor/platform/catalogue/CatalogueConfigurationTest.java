package dk.effektspor.platform.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.shared.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CatalogueConfigurationTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(CatalogueConfiguration.class);

    @Test
    void without_a_folder_it_is_the_catalogue_that_comes_with_the_software() {
        context.run(c -> assertThat(c.getBean(Catalogue.class).version()).isEqualTo("kbh-default-1"));
    }

    @Test
    void a_folder_takes_its_place_and_a_bad_one_stops_the_start_with_a_sentence() throws IOException {
        Files.writeString(folder.resolve("catalogue.json"), "{\"version\": \"ours\",\n \"sauce\": \"us\"}");

        context.withPropertyValues("effektspor.catalogue.folder=" + folder).run(c -> {
            StartRefused refused = StartRefused.behind(c.getStartupFailure());
            assertThat(refused).isNotNull();
            assertThat(requireNonNull(refused).sentence(Locale.ENGLISH))
                    .isEqualTo("The catalogue cannot be used: " + folder + "/catalogue.json:2: unknown field 'sauce'");
        });
    }
}
