package dk.effektspor.command.erasure;

import dk.effektspor.command.erasure.ErasureAnswer.Subscriber;
import dk.effektspor.platform.operations.ReadSideReport;
import dk.effektspor.platform.operations.ReadSideReport.Projection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever follows the record and keeps something of its own: so far the projections. They are seen where the read side is
 * part of the application; where it runs apart nobody is named.
 */
@Component
class Subscribers {

    private final Optional<ReadSideReport> readSide;
    private final Clock clock;

    Subscribers(Optional<ReadSideReport> readSide, Clock clock) {
        this.readSide = readSide;
        this.clock = clock;
    }

    /**
     * Each with whether it has come past the erasure.
     *
     * @param erasedAt when it was recorded; absent if it was not yet
     */
    List<Subscriber> of(@Nullable Instant erasedAt) {
        return readSide.stream()
                .flatMap(views -> views.now().projections().stream())
                .map(projection -> new Subscriber(projection.name(), erasedAt != null && isPast(projection, erasedAt)))
                .toList();
    }

    /** Positions differ between stores, times do not: what it has not yet taken in must have been recorded later. */
    private boolean isPast(Projection projection, Instant erasedAt) {
        Long left = projection.lagEvents();
        Double seconds = projection.lagSeconds();
        if (left == null || seconds == null) {
            return false;
        }
        return left == 0
                || clock.instant()
                        .minus(Duration.ofMillis((long) (seconds * 1000)))
                        .isAfter(erasedAt.plusSeconds(1));
    }
}
