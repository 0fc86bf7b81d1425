package dk.effektspor.command.platform;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What requests with an Idempotency-Key were answered, kept beside the events they led to. */
final class IdempotencyKeys {

    private final JdbcTemplate jdbc;

    IdempotencyKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The answer to an earlier request. */
    record Kept(String requestHash, long version) {}

    Optional<Kept> find(String actor, String key) {
        return jdbc
                .query(
                        "select request_hash, version from idempotency where actor = ? and key = ?",
                        (rs, i) -> new Kept(rs.getString("request_hash"), rs.getLong("version")),
                        actor,
                        key)
                .stream()
                .findFirst();
    }

    /** Takes the key for this transaction; waits for another transaction that has it, and is false if that one commits. */
    boolean claim(String actor, String key, String requestHash, UUID caseId) {
        return jdbc.update(
                        "insert into idempotency (actor, key, request_hash, case_id, version) values (?, ?, ?, ?, 0)"
                                + " on conflict do nothing",
                        actor,
                        key,
                        requestHash,
                        caseId)
                == 1;
    }

    void settle(String actor, String key, long version) {
        jdbc.update("update idempotency set version = ? where actor = ? and key = ?", version, actor, key);
    }
}
