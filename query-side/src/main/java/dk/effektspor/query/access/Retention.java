package dk.effektspor.query.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is older than it is to be kept, from the beginning on, after writing down in the log itself that it does. The last deleted
 * entry's hash stays, so that the rest can still be checked. A log with a fault is left as it is: what is wrong may be in what is old.
 */
final class Retention {

    static final String OPERATION = "deleteOldAccessEntries";

    private static final Pattern THROUGH = Pattern.compile("RETENTION through ([0-9]{1,19})");
    private static final int SLICE = 5_000;

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final AccessRows rows;
    private final AccessJournal journal;
    private final Clock clock;
    private final Period kept;

    Retention(
            JdbcTemplate sql,
            TransactionTemplate transaction,
            AccessRows rows,
            AccessJournal journal,
            Clock clock,
            Period kept) {
        this.sql = sql;
        this.transaction = transaction;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
        this.kept = kept;
    }

    /** Deletes; says through which position, 0 if nothing was too old. */
    long deleteOld(ChainReport report) {
        if (!report.isSound()) {
            return 0;
        }
        OffsetDateTime limit =
                LocalDate.now(clock).minus(kept).atStartOfDay(clock.getZone()).toOffsetDateTime();
        long begun = rows.horizon().map(Link::position).orElse(0L);
        Long firstKept =
                sql.queryForObject("select min(position) from access_entry where seen_at >= ?", Long.class, limit);
        long through = firstKept == null ? report.position() : firstKept - 1;
        if (through <= begun) {
            return 0;
        }
        journal.append(announcement(through));
        for (long done = begun; done < through; ) {
            done = Math.min(done + SLICE, through);
            slice(done);
        }
        return through;
    }

    /** The position an entry says was deleted through; 0 for any other. */
    static long deletedThrough(Look look) {
        Matcher through = THROUGH.matcher(look.request());
        return look.operation().equals(OPERATION) && through.matches() ? Long.parseLong(through.group(1)) : 0;
    }

    private Look announcement(long through) {
        return new Look(
                new Look.Who(
                        "effektspor",
                        "SYSTEM",
                        null,
                        "retention " + kept,
                        UUID.randomUUID().toString()),
                OPERATION,
                "RETENTION through " + through,
                null,
                200,
                0,
                List.of(),
                List.of());
    }

    private void slice(long through) {
        transaction.executeWithoutResult(status -> {
            sql.update("""
                    insert into access_horizon (position, hash, seen_at)
                    select position, hash, seen_at from access_entry where position = ?
                    on conflict (only_row) do update
                    set position = excluded.position, hash = excluded.hash, seen_at = excluded.seen_at
                    where access_horizon.position < excluded.position""", through);
            sql.update("delete from access_entry where position <= ?", through);
        });
    }
}
