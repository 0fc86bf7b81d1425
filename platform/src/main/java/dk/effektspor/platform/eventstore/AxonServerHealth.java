package dk.effektspor.platform.eventstore;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while there is no connection to Axon Server; Axon's own indicator is made for an earlier Spring Boot. */
final class AxonServerHealth implements HealthIndicator {

    private final AxonServerConnectionManager connections;

    AxonServerHealth(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        String context = connections.getDefaultContext();
        Health.Builder health = connections.isConnected(context) ? Health.up() : Health.down();
        return health.withDetail("context", context).build();
    }
}
