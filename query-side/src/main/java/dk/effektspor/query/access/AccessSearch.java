package dk.effektspor.query.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds entries of the log, the newest first. */
final class AccessSearch {

    private final JdbcTemplate sql;
    private final ZoneId zone;

    AccessSearch(JdbcTemplate sql, Clock clock) {
        this.sql = sql;
        this.zone = clock.getZone();
    }

    /**
     * What is looked for; absent is any.
     *
     * @param from first day
     * @param to last day
     */
    record Wanted(
            @Nullable UUID citizenId,
            @Nullable UUID caseId,
            @Nullable String actor,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Entries before a position. */
    List<Entry> find(Wanted wanted, long before, int limit) {
        StringBuilder query =
                new StringBuilder("select " + AccessRows.COLUMNS + " from access_entry where position < ?");
        List<Object> values = new ArrayList<>(List.of(before));
        condition(query, values, " and citizens @> array[?]::uuid[]", wanted.citizenId());
        condition(query, values, " and cases @> array[?]::uuid[]", wanted.caseId());
        condition(query, values, " and actor = ?", wanted.actor());
        LocalDate to = wanted.to();
        condition(query, values, " and seen_at >= ?", beginning(wanted.from()));
        condition(query, values, " and seen_at < ?", beginning(to == null ? null : to.plusDays(1)));
        boolean few = wanted.citizenId() != null || wanted.caseId() != null || wanted.actor() != null;
        // PostgreSQL would walk back through everybody's entries in order rather than find one person's by index.
        query.append(few ? " order by position + 0 desc limit ?" : " order by position desc limit ?");
        values.add(limit);
        return sql.query(query.toString(), AccessRows::entry, values.toArray());
    }

    private @Nullable Object beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static void condition(StringBuilder query, List<Object> values, String sql, @Nullable Object value) {
        if (value != null) {
            query.append(sql);
            values.add(value);
        }
    }
}
