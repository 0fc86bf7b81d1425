package dk.effektspor.platform.backup;

import dk.effektspor.platform.backup.Manifest.Sequence;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What there is in a database, asked on one connection, so in its transaction. */
final class Catalog {

    /** Without these nothing sealed can be read: who is gone from them is forgotten. */
    private static final Set<String> KEYS = Set.of("citizen", "vault_key_check");

    private final JdbcTemplate sql;

    Catalog(Connection connection) {
        sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    /** The tables of a part with their columns; all but the migrations' own, which a restore makes anew. */
    Map<String, List<String>> tables(Manifest.Part part) {
        Map<String, List<String>> tables = new TreeMap<>();
        sql.query("""
                select c.relname, array_agg(a.attname::text order by a.attnum)
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  and c.relname <> 'flyway_schema_history'
                group by c.relname""", row -> {
            if (KEYS.contains(row.getString(1)) == (part == Manifest.Part.KEYS)) {
                tables.put(row.getString(1), List.of((String[]) row.getArray(2).getArray()));
            }
        });
        return tables;
    }

    /** Sequences that have given out a number, those behind identity columns among them. */
    List<Sequence> sequences() {
        return sql.query("""
                select sequencename, last_value from pg_sequences
                where schemaname = current_schema() and last_value is not null order by sequencename""", (row, number) -> new Sequence(row.getString(1), row.getLong(2)));
    }

    void set(Sequence sequence) {
        sql.queryForObject(
                "select setval(quote_ident(?)::regclass, ?)", Long.class, sequence.name(), sequence.lastValue());
    }

    /** The migrations that have run. */
    List<String> schema() {
        return sql.queryForList(
                "select version from flyway_schema_history where success and version is not null order by installed_rank",
                String.class);
    }

    long rows(String table) {
        return number("select count(*) from " + quoted(table));
    }

    long lastGlobalIndex() {
        return number("select coalesce(max(global_index), 0) from event");
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A table with its columns, as COPY takes it. */
    static String quoted(String table, List<String> columns) {
        return quoted(table) + " ("
                + String.join(", ", columns.stream().map(Catalog::quoted).toList()) + ")";
    }

    private long number(String query) {
        Long found = sql.queryForObject(query, Long.class);
        return found == null ? 0 : found;
    }
}
