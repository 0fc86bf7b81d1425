package dk.effektspor.query.ledger;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ledger, its checkpoints, and the watch over both.
 *
 * @param enabled whether events are taken into the ledger and checkpoints signed; one process for each database does it
 * @param origin the name of this log in its checkpoints and of the key that signs them, without spaces; never changed for
 *     as long as the log goes on
 * @param folder where checkpoints and leaves are kept outside the database; absent: {@code ledger} in the data folder.
 *     Best on another machine's disk
 * @param keyFile the key that signs checkpoints; absent: {@code keys/ledger.key} in the data folder, made at the first start
 * @param checkpointEvery how long new events wait at most for a checkpoint that covers them
 * @param poll how often the ledger looks for new events
 * @param batchSize events taken into the ledger together
 * @param headWait how long whoever asks for a fresh checkpoint waits at most for the ledger to come to the last event
 * @param check the self-check
 * @param witness another system that signs too
 */
@ConfigurationProperties("effektspor.ledger")
public record LedgerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("effektspor.local/log") String origin,
        @Nullable Path folder,
        @Nullable Path keyFile,
        @DefaultValue("1m") Duration checkpointEvery,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("2000") int batchSize,
        @DefaultValue("10s") Duration headWait,
        @DefaultValue Check check,
        @DefaultValue Witness witness) {

    /**
     * The self-check that goes round all the time.
     *
     * @param eventsPerSecond events it reads again each second; 0 to check on demand only
     * @param fullEvery how old the last check of everything, tiles and checkpoints too, may be when a round is through
     */
    public record Check(
            @DefaultValue("200") int eventsPerSecond,
            @DefaultValue("1h") Duration fullEvery) {}

    /**
     * A witness, which is handed each checkpoint and signs it if it has only grown.
     *
     * @param url where checkpoints are sent (C2SP tlog-witness, its add-checkpoint address); absent: to nobody
     * @param key the witness's verifier key, without which its signature is worth nothing
     * @param connectTimeout how long a connection may take
     * @param timeout how long an answer may take
     */
    public record Witness(
            @Nullable String url,
            @Nullable String key,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("5s") Duration timeout) {}
}
