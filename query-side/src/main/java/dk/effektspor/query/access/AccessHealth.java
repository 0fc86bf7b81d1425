package dk.effektspor.query.access;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down from when a walk along the chain has found a fault until one finds none. */
final class AccessHealth implements HealthIndicator {

    private final ChainCheck check;

    AccessHealth(ChainCheck check) {
        this.check = check;
    }

    @Override
    public Health health() {
        return check.latest()
                .map(report -> (report.isSound() ? Health.up() : Health.down())
                        .withDetail("checkedAt", report.checkedAt())
                        .withDetail("position", report.position())
                        .withDetail("faults", report.faults())
                        .build())
                .orElseGet(() -> Health.up().withDetail("checkedAt", "not yet").build());
    }
}
