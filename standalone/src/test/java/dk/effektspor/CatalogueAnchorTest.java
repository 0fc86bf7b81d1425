package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which catalogue the service went by is signed with the record. */
class CatalogueAnchorTest extends RunningStandalone {

    @Test
    void each_checkpoint_says_which_files_the_rules_looked_things_up_in() {
        JsonNode catalogue = get("revisor", "/api/v1/catalogues").json();
        assertThat(catalogue.path("sha256").asString()).matches("[0-9a-f]{64}");

        assertThat(get("revisor", "/api/v1/ledger/checkpoint?fresh=true").body().lines())
                .contains("effektspor-catalogue " + catalogue.path("version").asString() + " "
                        + catalogue.path("sha256").asString());
    }
}
