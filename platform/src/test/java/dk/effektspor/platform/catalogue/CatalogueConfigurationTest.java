package dk.effektspor.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.effektspor.shared.catalogue.BadCatalogue;
import dk.effektspor.shared.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
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
    void a_folder_takes_its_place_and_a_bad_one_stops_the_start_with_a_sentence(CapturedOutput output)
            throws IOException {
        Files.writeString(folder.resolve("catalogue.json"), "{\"version\": \"ours\",\n \"sauce\": \"us\"}");
        SpringApplication application = new SpringApplication(CatalogueConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThat(catchThrowable(() -> application.run("--effektspor.catalogue.folder=" + folder)))
                .hasRootCauseInstanceOf(BadCatalogue.class);
        assertThat(output)
                .contains("The catalogue cannot be used: " + folder + "/catalogue.json:2: unknown field 'sauce'");
    }
}
