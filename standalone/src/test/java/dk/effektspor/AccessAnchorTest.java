package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The end of the log of who looked stands in the ledger's signed checkpoints. */
class AccessAnchorTest extends RunningStandalone {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate sql;

    @Test
    void a_tail_that_is_cut_off_is_missed_by_the_checkpoint() {
        for (int i = 0; i < 3; i++) {
            get("sagsbehandler", "/api/v1/cases/" + UUID.randomUUID());
        }
        long end = end();
        byte[] hash = sql.queryForObject("select hash from access_entry where position = ?", byte[].class, end);
        String line = "effektspor-access " + end + " " + Base64.getEncoder().encodeToString(hash) + "\n";
        assertThat(get("revisor", "/api/v1/ledger/checkpoint?fresh=true").body())
                .contains("\n" + line);
        assertThat(check().path("faults")).isEmpty();
        assertThat(check().path("anchors").asInt()).isPositive();

        sql.execute("create table kept_entry as select * from access_entry where position > " + (end - 2));
        sql.update("delete from access_entry where position > ?", end - 2);
        try {
            assertThat(get("revisor", "/api/v1/ledger/checkpoint?fresh=true").body())
                    .as("never goes back")
                    .contains("\n" + line);
            JsonNode faults = check().path("faults");
            assertThat(faults).hasSize(1);
            assertThat(faults.at("/0/kind").asString()).isEqualTo("CUT");
            assertThat(faults.at("/0/position").asLong()).isEqualTo(end - 1);
            assertThat(faults.at("/0/last").asLong()).isEqualTo(end);
        } finally {
            sql.update("insert into access_entry select * from kept_entry");
            sql.execute("drop table kept_entry");
        }
        assertThat(check().path("faults")).isEmpty();
    }

    private JsonNode check() {
        return get("revisor", "/api/v1/audit/access/check").json();
    }

    private long end() {
        Long end = sql.queryForObject("select max(position) from access_entry", Long.class);
        return end == null ? 0 : end;
    }
}
