package dk.effektspor.query.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Down when a projection has stopped; out of service until the views hold what was there at the start. */
final class ProjectionHealth implements HealthIndicator {

    private final Projections projections;

    ProjectionHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        Status status = Status.UP;
        List<Lag> lags;
        try {
            lags = projections.lags();
        } catch (RuntimeException away) {
            // The views can still be read; how far they are behind nobody can tell.
            return Health.down()
                    .withDetail("eventStore", away.getClass().getSimpleName())
                    .build();
        }
        for (Lag lag : lags) {
            details.put(lag.group(), detail(lag));
            if (lag.failure().isPresent()) {
                status = Status.DOWN;
            } else if (!lag.caughtUp() && status.equals(Status.UP)) {
                status = Status.OUT_OF_SERVICE;
            }
        }
        return Health.status(status).withDetails(details).build();
    }

    private static Map<String, Object> detail(Lag lag) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("position", lag.position());
        detail.put("head", lag.head());
        detail.put("lagEvents", lag.events());
        detail.put("lagSeconds", lag.age().toMillis() / 1000.0);
        detail.put("caughtUp", lag.caughtUp());
        lag.failure().ifPresent(failure -> detail.put("failure", failure));
        return detail;
    }
}
