package dk.effektspor.query.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dk.effektspor.platform.vault.TestDatabase;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.ledger.check.BackgroundCheck;
import dk.effektspor.query.ledger.check.SelfCheck;
import dk.effektspor.query.ledger.checkpoint.CheckpointSchedule;
import dk.effektspor.query.ledger.checkpoint.CheckpointStore;
import dk.effektspor.query.ledger.checkpoint.Checkpoints;
import dk.effektspor.query.ledger.checkpoint.KeptCheckpoint;
import dk.effektspor.query.ledger.checkpoint.LedgerFolder;
import dk.effektspor.query.ledger.checkpoint.LedgerKeys;
import dk.effektspor.query.ledger.store.PostgresEvents;
import dk.effektspor.query.ledger.tree.Builder;
import dk.effektspor.query.ledger.tree.Tiles;
import dk.effektspor.query.ledger.tree.TreeStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** An empty database with a ledger over it, and events that are written as Axon writes them. */
public final class KeptRecord implements AutoCloseable {

    public static final String ORIGIN = "effektspor.test/log";
    /** One for all tests, one after the other: the server takes a second to make one, and another to stop with it. */
    private static final DataSource DATABASE = TestDatabase.empty();

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String INSERT = """
            insert into event (aggregate_identifier, sequence_number, event_identifier, type, time_stamp, payload_type,
                               payload_revision, payload, meta_data) values (?, ?, ?, 'CaseFile', ?, 'case.noted', '1', ?, ?)
            """;

    public final HikariDataSource database;
    public final JdbcTemplate sql;
    public final Path data;
    public final List<CheckpointExtension> extensions = new ArrayList<>();
    private final ProblemTexts texts = new ProblemTexts();

    public PostgresEvents events;
    public TreeStore tree;
    public Tiles tiles;
    public Builder builder;
    public LedgerFolder folder;
    public LedgerKeys keys;
    public Checkpoints checkpoints;
    public SelfCheck check;
    public BackgroundCheck background;
    public CheckpointSchedule schedule;
    public RecordLedger ledger;
    public LedgerWatch watch;

    public KeptRecord(Path data) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(DATABASE);
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(1);
        database = new HikariDataSource(pool);
        sql = new JdbcTemplate(database);
        // What an attack has done to the tables themselves is gone with them.
        sql.execute("drop schema public cascade");
        sql.execute("create schema public");
        Flyway.configure().dataSource(DATABASE).load().migrate();
        this.data = data;
        begin();
    }

    /** The service as it is after a restart: nothing at hand but what is stored. */
    public void restart() {
        background.stop();
        schedule.stop();
        builder.stop();
        begin();
    }

    private void begin() {
        events = new PostgresEvents(database);
        tree = new TreeStore(database, new DataSourceTransactionManager(database));
        tiles = new Tiles(tree);
        builder = new Builder(events, tree, tiles, 100, Duration.ofMillis(20), true);
        folder = new LedgerFolder(data.resolve("ledger"));
        CheckpointStore store = new CheckpointStore(database);
        keys = LedgerKeys.open(
                data.resolve("keys/ledger.key"),
                ORIGIN,
                store.hasAny(ORIGIN) || folder.newest().isPresent());
        checkpoints = new Checkpoints(
                keys, folder, store, builder, tree, tiles, events, List.copyOf(extensions), Clock.systemUTC());
        check = new SelfCheck(events, tree, folder, Clock.systemUTC());
        ledger = new RecordLedger(builder, tree, tiles, checkpoints, LONG);
        background = new BackgroundCheck(events, tree, folder, check, 100, Duration.ofHours(1), Clock.systemUTC());
        schedule = new CheckpointSchedule(checkpoints, Duration.ofMillis(200));
        watch = new LedgerWatch(
                builder, events, checkpoints, check, new LedgerRounds(there(background), there(schedule), none()));
        builder.start();
    }

    /** How the ledger's health is told to an operator. */
    public Health health() {
        return new LedgerHealth(watch, texts).health();
    }

    private static <T> ObjectProvider<T> there(T one) {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return Stream.of(one);
            }
        };
    }

    private static <T> ObjectProvider<T> none() {
        return new ObjectProvider<>() {
            @Override
            public Stream<T> stream() {
                return Stream.empty();
            }
        };
    }

    /** A stream's name for a number. */
    public static String stream(int number) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + number).toString();
    }

    /** So many events, one after the other in as many streams. */
    public void append(int events, int streams) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            String stream = stream(i % streams);
            Integer known = sql.queryForObject(
                    "select count(*) from event where aggregate_identifier = ?", Integer.class, stream);
            rows.add(event(stream, Optional.ofNullable(known).orElse(0) + i / streams));
        }
        sql.batchUpdate(INSERT, rows);
    }

    /** One event, on its own. */
    public void append(String stream, long sequence) {
        sql.update(INSERT, event(stream, sequence));
    }

    private static Object[] event(String stream, long sequence) {
        return new Object[] {
            stream,
            sequence,
            UUID.randomUUID().toString(),
            Instant.now().toString(),
            ("{\"text\":\"" + UUID.randomUUID() + "\"}").getBytes(StandardCharsets.UTF_8),
            "{\"actor\":\"anna\"}".getBytes(StandardCharsets.UTF_8)
        };
    }

    /** Draws the next index and gives it back unused. */
    public void leaveGap() {
        sql.queryForObject("select nextval(pg_get_serial_sequence('event', 'global_index'))", Long.class);
    }

    public void takeIn() {
        if (!builder.awaitHead(LONG)) {
            throw new AssertionError("The ledger did not come to the end: " + builder.trouble());
        }
    }

    public KeptCheckpoint sign() {
        takeIn();
        return checkpoints.checkpoint();
    }

    public String eventAt(long position) {
        return String.valueOf(sql.queryForObject(
                "select event_id::text from ledger_position where position = ?", String.class, position));
    }

    /** What a check of everything, and an attempt to sign, find now. */
    public List<String> findings() {
        takeIn();
        try {
            checkpoints.checkpoint();
        } catch (Problem stopped) {
            // Told among the findings.
        }
        check.full();
        return watch.findings().stream()
                .map(finding -> finding.sentence(texts, ProblemTexts.ENGLISH))
                .toList();
    }

    @Override
    public void close() {
        background.stop();
        schedule.stop();
        builder.stop();
        database.close();
    }
}
