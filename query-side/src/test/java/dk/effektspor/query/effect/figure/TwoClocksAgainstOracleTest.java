package dk.effektspor.query.effect.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dk.effektspor.query.effect.RecordedHistories;
import dk.effektspor.query.effect.RecordedHistories.Learnt;
import dk.effektspor.query.effect.facts.AsOf;
import dk.effektspor.query.effect.facts.CaseVersion;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.effect.facts.Snapshot;
import dk.effektspor.shared.CaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure as true on one date, as known on another, beside what a projection that was fed no more would give. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoClocksAgainstOracleTest {

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(mongo.bindAndGetConnectionString());

    @AfterAll
    void close() {
        client.close();
        mongo.shutdownNow();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_figure_as_of_two_dates_equals_that_of_a_projection_fed_no_more(long seed) {
        RecordedHistories histories = new RecordedHistories(seed);
        Random random = new Random(seed);
        // Few enough bytes that some of the logs are read anew each time.
        EffectFactStore store =
                new EffectFactStore(client.getDatabase("effects").getCollection("view" + seed), random.nextInt(20_000));
        store.views().save(histories.logs());
        List<AsOf> asked = new ArrayList<>(List.of(AsOf.NOW));
        for (int question = 0; question < 3; question++) {
            LocalDate validAt = question == 0 ? null : RandomHistories.FIRST_DAY.plusDays(random.nextInt(3 * 365));
            Instant knownAt = question == 1 ? null : histories.instant();
            List<List<CaseEvent>> fed = NaiveHolding.of(histories.cases(), validAt, knownAt);

            AsOf asOf = new AsOf(validAt, knownAt);
            asked.add(asOf);
            Snapshot snapshot = store.all(asOf);

            assertThat(new HashSet<>(snapshot.versions())).isEqualTo(versions(histories, knownAt));
            FiguresAgainstOracleTest.everyFigureEquals(
                    snapshot.facts(), new Oracle(fed, RandomHistories.units()), seed);
        }
        // Whoever asks for several editions at once gets what each alone would be.
        assertThat(sets(store.all(asked)))
                .isEqualTo(sets(asked.stream().map(store::all).toList()));
    }

    private static List<Set<Object>> sets(List<Snapshot> snapshots) {
        return snapshots.stream()
                .map(snapshot -> {
                    Set<Object> all = new HashSet<>(snapshot.facts());
                    all.addAll(snapshot.versions());
                    return all;
                })
                .toList();
    }

    private static Set<CaseVersion> versions(RecordedHistories histories, @Nullable Instant knownAt) {
        Set<CaseVersion> versions = new HashSet<>();
        for (List<Learnt> learnt : histories.cases()) {
            long known = learnt.stream()
                    .filter(l -> knownAt == null || !l.recordedAt().isAfter(knownAt))
                    .count();
            if (known > 0) {
                versions.add(new CaseVersion(learnt.get(0).event().caseId(), known));
            }
        }
        return versions;
    }
}
