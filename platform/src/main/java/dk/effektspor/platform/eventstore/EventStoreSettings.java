package dk.effektspor.platform.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the event log is read.
 *
 * @param gapTimeout how old an event is when a reader no longer waits for a smaller index that is still missing
 * @param batchSize events read at a time
 * @param fetchDelay how long a reader at the head waits before it looks for another process's events
 * @param gathering how long a reader at the head waits at most for more events of this process, while they come thick
 *     and fast; up to four times as long while they come by the hundred, and not at all for a read that asks for a
 *     version
 */
@ConfigurationProperties("effektspor.eventstore")
record EventStoreSettings(
        @DefaultValue("60s") Duration gapTimeout,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("200ms") Duration fetchDelay,
        @DefaultValue("50ms") Duration gathering) {}
