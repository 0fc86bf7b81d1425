package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/** The API's description is a contract: a change to it is seen in review. */
class OpenApiTest extends RunningStandalone {

    private static final Path APPROVED = Path.of("../docs/openapi.json");

    @Test
    void the_description_is_the_approved_one() throws IOException {
        ObjectNode description = (ObjectNode) get("analytiker", "/v3/api-docs").json();
        // The server's address is that of this test.
        description.remove("servers");
        String current = JSON.rebuild()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build()
                        .writeValueAsString(JSON.treeToValue(description, Object.class))
                + "\n";
        if (Boolean.getBoolean("effektspor.approve")) {
            Files.writeString(APPROVED, current);
        }

        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(current)
                .as("the API changed; if that is meant, run this test with -Deffektspor.approve=true and read the diff")
                .isEqualTo(Files.readString(APPROVED));
    }

    @Test
    void there_is_a_page_to_browse_it_and_a_front_door_in_two_languages() {
        assertThat(get("sagsbehandler", "/swagger-ui/index.html").status()).isEqualTo(200);
        assertThat(get("sagsbehandler", "/").body()).contains("Sporet fra beslutning til effekt");
        assertThat(get("sagsbehandler", "/index.en.html").body()).contains("The trail from decision to effect");
        assertThat(get(null, "/").status()).isEqualTo(401);
    }

    @Test
    void every_call_of_the_interface_is_described() {
        JsonNode paths = get("analytiker", "/v3/api-docs").json().path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/cases",
                        "/api/v1/cases/{caseId}",
                        "/api/v1/cases/{caseId}/timeline",
                        "/api/v1/cases/{caseId}/ladder",
                        "/api/v1/cases/{caseId}/compass",
                        "/api/v1/cases/{caseId}/interventions/{interventionId}/step-down",
                        "/api/v1/effects/change",
                        "/api/v1/imports");
    }

    @Test
    void every_operation_says_what_it_is_for_what_its_parameters_are_and_what_it_refuses() {
        JsonNode api = get("analytiker", "/v3/api-docs").json();
        Set<String> ids = new HashSet<>();

        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getKey() + " " + path.getKey();
                    JsonNode operation = method.getValue();
                    assertThat(operation.path("summary").asString("")).as(name).endsWith(".");
                    assertThat(ids.add(operation.path("operationId").asString("")))
                            .as(name)
                            .isTrue();
                    operation
                            .path("parameters")
                            .forEach(parameter -> assertThat(
                                            parameter.path("description").asString(""))
                                    .as(name + " " + parameter.path("name"))
                                    .isNotEmpty());
                    assertThat(operation.path("responses").propertyNames())
                            .as(name)
                            .contains("401", "403")
                            .containsAnyOf("200", "201", "204");
                    if (operation.has("requestBody")) {
                        assertThat(operation.path("responses").propertyNames()).contains("400", "415");
                    }
                }));
        assertThat(api.path("components").path("schemas").propertyNames()).contains("Problem");
    }
}
