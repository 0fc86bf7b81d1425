package dk.effektspor.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class ReadyMarkTest {

    @TempDir
    Path folder;

    @Test
    void a_data_folder_that_no_store_needed_is_made() {
        Path data = folder.resolve("query-side");
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("effektspor.data", data.toString())));

            new ReadyMark()
                    .onApplicationEvent(
                            new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
        }

        assertThat(data.resolve("ready.pid"))
                .hasContent(Long.toString(ProcessHandle.current().pid()));
    }
}
