package dk.effektspor.query.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log how a projection comes along while it takes in what was there when it began. */
final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final Clock clock;
    private final Map<String, Progress> underWay = new ConcurrentHashMap<>();

    Replays(Clock clock) {
        this.clock = clock;
    }

    /** @param target position at which it has caught up */
    void tell(Lag lag, long target) {
        if (lag.caughtUp()) {
            Progress done = underWay.remove(lag.group());
            if (done != null) {
                LOG.info("{}: caught up at position {} after {}", lag.group(), lag.position(), done.duration(clock));
            }
            return;
        }
        Progress progress =
                underWay.computeIfAbsent(lag.group(), group -> new Progress(clock.instant(), lag.position()));
        LOG.info("{}: {}", lag.group(), progress.sentence(lag, target, clock));
    }

    private record Progress(Instant since, long from) {

        Duration duration(Clock clock) {
            return Duration.between(since, clock.instant());
        }

        String sentence(Lag lag, long target, Clock clock) {
            double seconds = Math.max(0.001, duration(clock).toMillis() / 1000.0);
            double rate = (lag.position() - from) / seconds;
            String left = rate <= 0 ? "time left unknown" : Math.round((target - lag.position()) / rate) + " s left";
            return "%d of %d events, %.0f events/s, %s".formatted(lag.position() + 1, target + 1, rate, left);
        }
    }
}
