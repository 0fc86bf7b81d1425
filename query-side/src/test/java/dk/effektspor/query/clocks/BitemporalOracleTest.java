package dk.effektspor.query.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.caseview.PastCases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import xtdb.api.IXtdb;
import xtdb.api.IXtdbDatasource;
import xtdb.api.TransactionInstant;
import xtdb.api.tx.Transaction;

/**
 * Ten thousand invented histories, told to a bitemporal database as plain puts and deletes, and to ours as events: asked
 * for any two dates, both must know the same.
 */
class BitemporalOracleTest {

    private static final int HISTORIES = 10_000;
    private static final int PROBES_EACH = 2;
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private static IXtdb database;

    @BeforeAll
    static void start() {
        database = IXtdb.startNode();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void any_case_on_any_date_as_known_at_any_time_is_what_an_independent_bitemporal_database_says() {
        List<ToldTwice> histories = new ArrayList<>();
        Random random = new Random(20_201_125);
        for (int i = 0; i < HISTORIES; i++) {
            histories.add(new ToldTwice(i, random));
        }
        store(histories);

        int probes = 0;
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ToldTwice.LENGTH; round++) {
            Instant knownAt = recordedIn(round);
            for (LocalDate validAt : days(random)) {
                IXtdbDatasource then = database.db(midnight(validAt), Date.from(knownAt));
                for (int probe = 0; probe < HISTORIES * PROBES_EACH / (ToldTwice.LENGTH * 8); probe++) {
                    ToldTwice history = histories.get(random.nextInt(HISTORIES));
                    Map<String, Object> theirs = history.askedOf(then);
                    Map<String, Object> ours = ours(history, validAt, knownAt);
                    probes++;
                    if (!theirs.equals(ours)) {
                        wrong.add(history + " on " + validAt + " as known " + knownAt + "\n  they: " + theirs
                                + "\n  we:   " + ours);
                    }
                }
            }
        }

        assertThat(probes).isGreaterThan(10_000);
        assertThat(wrong).as("%s of %s probes differ", wrong.size(), probes).isEmpty();
    }

    /** The same place of every history in one transaction, at the time we say it was recorded. */
    private static void store(List<ToldTwice> histories) {
        List<TransactionInstant> submitted = new ArrayList<>();
        for (int round = 0; round < ToldTwice.LENGTH; round++) {
            int now = round;
            submitted.add(database.submitTx(Transaction.buildTx(tx -> {
                tx.withTxTime(Date.from(recordedIn(now)));
                histories.forEach(history -> history.tell(now, tx));
            })));
        }
        database.awaitTx(submitted.get(submitted.size() - 1), Duration.ofMinutes(5));
    }

    private static Map<String, Object> ours(ToldTwice history, LocalDate validAt, Instant knownAt) {
        List<Fact> facts = new TwoClocks(validAt, knownAt).of(history.facts());
        return PastCases.of(facts).map(view -> ToldTwice.told(view, validAt)).orElseGet(TreeMap::new);
    }

    private static List<LocalDate> days(Random random) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            days.add(ToldTwice.FIRST_DAY.plusDays(random.nextInt(ToldTwice.DAYS + 20) - 10));
        }
        return days;
    }

    static Instant recordedIn(int round) {
        return FIRST.plusSeconds(86_400L * round);
    }

    static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
