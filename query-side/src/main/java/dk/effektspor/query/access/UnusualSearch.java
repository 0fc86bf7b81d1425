package dk.effektspor.query.access;

import dk.effektspor.query.access.Unusual.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Counts each person's looks day by day against simple thresholds that anyone can recount from the log. A look at one case is an
 * opening; the lines of a list are not, since a team's list shows everybody's cases.
 */
final class UnusualSearch {

    private static final String LOOKS = """
            with look as (
                select actor, role, unit, status, others, cases, citizens,
                       (seen_at at time zone :zone)::date as day,
                       extract(hour from seen_at at time zone :zone)::int as hour,
                       status < 400 as shown, cardinality(cases) = 1 as opening
                from access_entry
                where seen_at >= :from and seen_at < :to and role <> 'SYSTEM')
            """;
    private static final String OUTSIDE = LOOKS + """
            select actor, min(role) as role, min(unit) as unit, day,
                   count(distinct cases[1]) filter (where others > 0) as counted, count(distinct cases[1]) as whole
            from look where role = 'CASEWORKER' and shown and opening
            group by actor, day
            having count(distinct cases[1]) filter (where others > 0) >= greatest(:outsideCases, 1)
               and count(distinct cases[1]) filter (where others > 0) >= :outsideShare * count(distinct cases[1])""";
    private static final String REFUSED = LOOKS + """
            select actor, min(role) as role, min(unit) as unit, day, count(*) as counted, null::bigint as whole
            from look where status = 403
            group by actor, day having count(*) >= :refused""";
    private static final String MANY = LOOKS + """
            select actor, min(role) as role, min(unit) as unit, day, max(counted) as counted, null::bigint as whole
            from (select actor, min(role) as role, min(unit) as unit, day, hour, count(distinct citizens[1]) as counted
                  from look where shown and opening
                  group by actor, day, hour having count(distinct citizens[1]) >= :citizensInAnHour) as hourly
            group by actor, day""";
    private static final String NIGHT = LOOKS + """
            select actor, min(role) as role, min(unit) as unit, day, count(*) as counted, null::bigint as whole
            from look where (hour >= 23 or hour < 5) and shown and not (coalesce(unit, '') = any (:nightUnits))
            group by actor, day having count(*) >= :atNight""";

    private final NamedParameterJdbcTemplate sql;
    private final UnusualSettings settings;
    private final ZoneId zone;

    UnusualSearch(NamedParameterJdbcTemplate sql, UnusualSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.zone = clock.getZone();
    }

    /** Findings from the first day through the last, by day and person. */
    List<Unusual> between(LocalDate from, LocalDate to, Locale language) {
        AccessWords words = AccessWords.in(language);
        List<Unusual> found = new ArrayList<>();
        found.addAll(counted(Rule.OUTSIDE_OWN_CASES, OUTSIDE, settings.outsideCases(), from, to, words));
        found.addAll(counted(Rule.REFUSED, REFUSED, settings.refused(), from, to, words));
        found.addAll(counted(Rule.MANY_CITIZENS, MANY, settings.citizensInAnHour(), from, to, words));
        found.addAll(counted(Rule.AT_NIGHT, NIGHT, settings.atNight(), from, to, words));
        found.sort(Comparator.comparing(Unusual::day).thenComparing(Unusual::actor));
        return found;
    }

    private List<Unusual> counted(
            Rule rule, String query, long threshold, LocalDate from, LocalDate to, AccessWords words) {
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("zone", zone.getId())
                .addValue("from", beginning(from))
                .addValue("to", beginning(to.plusDays(1)))
                .addValue("outsideCases", settings.outsideCases())
                .addValue("outsideShare", settings.outsideShare())
                .addValue("refused", settings.refused())
                .addValue("citizensInAnHour", settings.citizensInAnHour())
                .addValue("atNight", settings.atNight())
                .addValue("nightUnits", settings.nightUnits().toArray(String[]::new));
        return sql.query(query, values, (row, number) -> unusual(row, rule, threshold, words));
    }

    private static Unusual unusual(ResultSet row, Rule rule, long threshold, AccessWords words) throws SQLException {
        long counted = row.getLong("counted");
        long whole = row.getLong("whole");
        return new Unusual(
                row.getString("actor"),
                row.getString("role"),
                row.getString("unit"),
                row.getObject("day", LocalDate.class),
                rule,
                counted,
                threshold,
                whole == 0 ? null : whole,
                words.text("unusual." + rule.name(), counted, threshold, whole));
    }

    private OffsetDateTime beginning(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
