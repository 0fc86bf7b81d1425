package dk.effektspor.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.Api.Answer;
import dk.effektspor.command.RunningCommandSide;
import dk.effektspor.command.platform.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/import.md says is what happens. */
class ImportDocumentTest extends RunningCommandSide {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_example_holds_every_type_and_every_line_of_it_is_taken() throws IOException {
        List<String> example = Files.readAllLines(Path.of("../docs/import.md")).stream()
                .filter(line -> line.startsWith("{\"id\""))
                .toList();
        assertThat(example.stream()
                        .map(line -> JSON.readTree(line).path("type").asString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        ImportConfiguration.actions().stream().map(Action::name).toList());

        Answer answer = api().post(
                        "drift",
                        "/api/v1/imports",
                        String.join("\n", example),
                        "Content-Type",
                        "application/x-ndjson",
                        "Import-Id",
                        "document");
        JsonNode end = JSON.readTree(
                Stream.of(answer.body().split("\n")).reduce((a, b) -> b).orElseThrow());
        assertThat(end.path("rejected").asLong())
                .as(() -> rejects(end.path("rejects").asString()))
                .isZero();
        assertThat(end.path("accepted").asLong()).isEqualTo(example.size());
    }

    private static String rejects(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
