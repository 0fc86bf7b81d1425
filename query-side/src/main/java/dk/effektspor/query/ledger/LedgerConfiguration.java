package dk.effektspor.query.ledger;

import dk.effektspor.platform.KeptFolder;
import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.backup.RestoredData;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.ledger.check.BackgroundCheck;
import dk.effektspor.query.ledger.check.SelfCheck;
import dk.effektspor.query.ledger.checkpoint.CheckpointSchedule;
import dk.effektspor.query.ledger.checkpoint.CheckpointStore;
import dk.effektspor.query.ledger.checkpoint.Checkpoints;
import dk.effektspor.query.ledger.checkpoint.HttpWitness;
import dk.effektspor.query.ledger.checkpoint.LedgerFolder;
import dk.effektspor.query.ledger.checkpoint.LedgerKeys;
import dk.effektspor.query.ledger.checkpoint.WitnessDesk;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.query.ledger.store.AxonServerEvents;
import dk.effektspor.query.ledger.store.PostgresEvents;
import dk.effektspor.query.ledger.store.SettledEvents;
import dk.effektspor.query.ledger.tree.Builder;
import dk.effektspor.query.ledger.tree.Tiles;
import dk.effektspor.query.ledger.tree.TreeStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    @Profile("!axonserver")
    PostgresEvents storedEvents(DataSource database) {
        return new PostgresEvents(database);
    }

    @Bean
    @Profile("axonserver")
    AxonServerEvents storedEventsOfAxonServer(
            AxonServerConnectionManager connections,
            @Qualifier("eventSerializer") Serializer serializer,
            TreeStore tree) {
        return new AxonServerEvents(
                () -> connections.getConnection().eventChannel(),
                serializer,
                id -> tree.place(id).map(TreeStore.Place::globalIndex).orElse(null));
    }

    @Bean
    TreeStore ledgerTree(DataSource database, PlatformTransactionManager transactions) {
        return new TreeStore(database, transactions);
    }

    @Bean
    Tiles ledgerTiles(TreeStore tree) {
        return new Tiles(tree);
    }

    @Bean
    LedgerFolder ledgerFolder(LedgerSettings settings, @Value("${effektspor.data:./data}") Path data) {
        Path folder = settings.folder();
        return new LedgerFolder(folder == null ? data.resolve("ledger") : folder);
    }

    @Bean
    CheckpointStore checkpointStore(DataSource database) {
        return new CheckpointStore(database);
    }

    @Bean
    LedgerKeys ledgerKeys(
            LedgerSettings settings,
            LedgerFolder folder,
            CheckpointStore store,
            @Value("${effektspor.data:./data}") Path data) {
        boolean signedHere = store.hasAny(settings.origin());
        boolean kept = folder.newest().isPresent();
        if (signedHere && !kept && RestoredData.isIn(data)) {
            throw new StartRefused(
                    "Databasen er genskabt fra en sikkerhedskopi, og mappen " + folder.path()
                            + ", der viser, hvor langt loggen "
                            + settings.origin()
                            + " nåede, mangler. Læg den nyeste af dem på plads, eller begynd en ny log:"
                            + " se docs/ledger.md, \"After a restore\".",
                    "The database was restored from a backup, and the folder " + folder.path()
                            + " that shows how far the log " + settings.origin()
                            + " had come is missing. Put the newest there is in its place, or begin a new log: see"
                            + " docs/ledger.md, \"After a restore\".");
        }
        boolean signed = signedHere || kept;
        return LedgerKeys.open(keyFile(settings, data), settings.origin(), signed);
    }

    @Bean
    KeptFolder ledgerFolderToWatch(LedgerFolder folder) {
        return new KeptFolder(KeptFolder.What.LEDGER, folder.path());
    }

    @Bean
    KeptFolder ledgerKeyFolderToWatch(LedgerSettings settings, @Value("${effektspor.data:./data}") Path data) {
        return KeptFolder.of(KeptFolder.What.KEYS, keyFile(settings, data));
    }

    private static Path keyFile(LedgerSettings settings, Path data) {
        Path file = settings.keyFile();
        return file == null ? data.resolve("keys/ledger.key") : file;
    }

    @Bean
    Checkpoints checkpoints(
            LedgerKeys keys,
            LedgerFolder folder,
            CheckpointStore store,
            Builder builder,
            TreeStore tree,
            Tiles tiles,
            StoredEvents events,
            ObjectProvider<CheckpointExtension> extensions,
            Clock clock) {
        return new Checkpoints(
                keys,
                folder,
                store,
                builder,
                tree,
                tiles,
                events,
                extensions.orderedStream().toList(),
                clock);
    }

    @Bean
    Builder ledgerBuilder(SettledEvents events, TreeStore tree, Tiles tiles, LedgerSettings settings) {
        return new Builder(events, tree, tiles, settings.batchSize(), settings.poll(), settings.enabled());
    }

    @Bean
    RecordLedger ledger(
            Builder builder, TreeStore tree, Tiles tiles, Checkpoints checkpoints, LedgerSettings settings) {
        return new RecordLedger(builder, tree, tiles, checkpoints, settings.headWait());
    }

    @Bean
    SelfCheck ledgerCheck(StoredEvents events, TreeStore tree, LedgerFolder folder, Clock clock) {
        return new SelfCheck(events, tree, folder, clock);
    }

    @Bean
    LedgerRounds ledgerRounds(
            ObjectProvider<BackgroundCheck> check,
            ObjectProvider<CheckpointSchedule> schedule,
            ObjectProvider<WitnessDesk> witness) {
        return new LedgerRounds(check, schedule, witness);
    }

    @Bean
    LedgerWatch ledgerWatch(
            Builder builder,
            SettledEvents events,
            Checkpoints checkpoints,
            SelfCheck check,
            LedgerRounds rounds,
            MeterRegistry meters) {
        LedgerWatch watch = new LedgerWatch(builder, events, checkpoints, check, rounds);
        Gauge.builder("effektspor.ledger.size", watch, w -> builder.state().size())
                .register(meters);
        Gauge.builder("effektspor.ledger.lag.events", watch, LedgerWatch::lag).register(meters);
        Gauge.builder("effektspor.ledger.findings", watch, w -> w.findings().size())
                .register(meters);
        return watch;
    }

    @Bean
    LedgerHealth ledgerHealthIndicator(LedgerWatch watch, ProblemTexts texts) {
        return new LedgerHealth(watch, texts);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "effektspor.ledger.enabled", matchIfMissing = true, havingValue = "true")
    static class Running {

        @Bean
        CheckpointSchedule checkpointSchedule(
                Checkpoints checkpoints, LedgerSettings settings, MeterRegistry meters, Clock clock) {
            Gauge.builder(
                            "effektspor.ledger.checkpoint.age.seconds",
                            checkpoints,
                            c -> c.newest()
                                    .map(kept -> Duration.between(kept.madeAt(), clock.instant())
                                                    .toMillis()
                                            / 1000.0)
                                    .orElse(Double.NaN))
                    .register(meters);
            return new CheckpointSchedule(checkpoints, settings.checkpointEvery());
        }

        @Bean
        BackgroundCheck ledgerBackgroundCheck(
                StoredEvents events,
                TreeStore tree,
                LedgerFolder folder,
                SelfCheck check,
                LedgerSettings settings,
                Clock clock) {
            LedgerSettings.Check pace = settings.check();
            return new BackgroundCheck(events, tree, folder, check, pace.eventsPerSecond(), pace.fullEvery(), clock);
        }

        @Bean
        @ConditionalOnProperty("effektspor.ledger.witness.url")
        WitnessDesk witnessDesk(Checkpoints checkpoints, Tiles tiles, LedgerSettings settings) {
            LedgerSettings.Witness witness = settings.witness();
            String url = Objects.requireNonNull(witness.url());
            String key = Objects.requireNonNull(witness.key(), "effektspor.ledger.witness.key is missing");
            return new WitnessDesk(checkpoints, new HttpWitness(url, VerifierKey.parse(key), witness), tiles);
        }
    }
}
