package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.query.ledger.proof.SignedNote;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The copy of the checkpoints in the database, from which a lost folder is made again. It is never believed over a folder. */
public final class CheckpointStore {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);

    private final JdbcTemplate sql;

    public CheckpointStore(DataSource database) {
        sql = new JdbcTemplate(database);
    }

    /** Whether there is a checkpoint of this log. */
    public boolean hasAny(String origin) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "select exists (select 1 from ledger_checkpoint where origin = ?)", Boolean.class, origin));
    }

    List<KeptCheckpoint> all(String origin) {
        return sql.query(
                "select made_at, note from ledger_checkpoint where origin = ? order by made_at",
                (row, number) ->
                        new KeptCheckpoint(row.getTimestamp(1).toInstant(), SignedNote.parse(row.getString(2))),
                origin);
    }

    /** The first checkpoint that covers the leaf at a position. */
    public Optional<SignedNote> firstCovering(String origin, long position) {
        return sql
                .query(
                        "select note from ledger_checkpoint where origin = ? and size > ? order by size, made_at limit 1",
                        (row, number) -> SignedNote.parse(row.getString(1)),
                        origin,
                        position)
                .stream()
                .findFirst();
    }

    /** A checkpoint that is kept in the folder stands, whether or not the database takes a copy. */
    void keep(KeptCheckpoint kept) {
        try {
            sql.update(
                    """
                    insert into ledger_checkpoint (origin, size, made_at, note) values (?, ?, ?, ?)
                    on conflict (origin, made_at) do update set note = excluded.note""",
                    kept.checkpoint().origin(),
                    kept.checkpoint().size(),
                    Timestamp.from(kept.madeAt()),
                    kept.note().render());
        } catch (DataAccessException away) {
            LOG.warn("The database took no copy of the checkpoint: {}", away.toString());
        }
    }
}
