package dk.effektspor.query.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the projections work.
 *
 * @param batchSize events folded and written together
 * @param viewsInMemory documents a projection holds at most while it catches up, before it writes them, and a sixth
 *     of them afterwards; fewer where their texts are long
 * @param segments parts of each projection that may run at the same time; one only, until lag is told for several
 * @param progressEvery how often lag is looked at, and progress of a replay told
 * @param claimTimeout how long the place of a process that died is kept before another goes on from it
 * @param readWait how long a read waits for the version it was asked for
 */
@ConfigurationProperties("effektspor.projections")
public record ProjectionSettings(
        @DefaultValue("1000") int batchSize,
        @DefaultValue("6000") int viewsInMemory,
        @DefaultValue("1") int segments,
        @DefaultValue("2s") Duration progressEvery,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("5s") Duration readWait) {

    public ProjectionSettings {
        // A part without events of its own never reports the position of the others, so it would never be ready.
        if (segments != 1) {
            throw new IllegalArgumentException("effektspor.projections.segments must be 1, not " + segments);
        }
    }
}
