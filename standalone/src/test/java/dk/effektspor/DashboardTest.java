package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The dashboard asks for nothing that the running application does not tell. */
class DashboardTest extends RunningStandalone {

    private static final Path DASHBOARD = Path.of("../docs/operations/grafana/dashboards/effektspor.json");
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+){2,}\\b");
    private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)|\\{\\{(\\w+)}}|[{,]\\s*(\\w+)!?=");

    @Test
    void every_metric_and_label_of_its_expressions_is_told() {
        String refused = "{\"text\": \"?\", \"effectiveOn\": \"2020-03-02\"}";
        assertThat(post("teamleder", "/api/v1/cases/00000000-0000-4000-8000-000000000000/notes", refused)
                        .status())
                .isEqualTo(404);
        assertThat(post("sagsbehandler", "/api/v1/cases", """
            {"cpr": "610112-4117", "name": "Opdigtet Barn", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
             "caseworker": "sagsbehandler", "caseNumber": "2020-7000001", "effectiveOn": "2020-03-02"}
            """).status()).isEqualTo(201);
        String told = get("drift", "/actuator/prometheus").body();
        Set<String> labels = Pattern.compile("[{,](\\w+)=\"")
                .matcher(told)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // Prometheus itself adds these.
        labels.addAll(Set.of("job", "instance"));

        Set<String> asked = new HashSet<>();
        for (JsonNode panel : JSON.readTree(DASHBOARD.toFile()).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String expression = target.path("expr").asString();
                asked.addAll(all(METRIC, expression));
                assertThat(labels)
                        .as(expression)
                        .containsAll(labelsOf(
                                expression + target.path("legendFormat").asString()));
            }
        }

        assertThat(asked)
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> assertThat(told).containsPattern("(?m)^" + metric + "[{ ]"));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Set<String> labelsOf(String expression) {
        Set<String> labels = new TreeSet<>();
        LABELS.matcher(expression).results().forEach(found -> {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    labels.addAll(List.of(found.group(group).split(",\\s*")));
                }
            }
        });
        return labels;
    }
}
