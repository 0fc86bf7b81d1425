package dk.effektspor.platform.eventstore;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while there is no connection to Axon Server; Axon's own indicator is made for an earlier Spring Boot. */
public final class AxonServerHealth implements HealthIndicator {

    private final AxonServerConnectionManager connections;

    AxonServerHealth(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        Health.Builder health = isConnected() ? Health.up() : Health.down();
        return health.withDetail("context", context()).build();
    }

    /** The context the events are kept in. */
    public String context() {
        return connections.getDefaultContext();
    }

    public boolean isConnected() {
        return connections.isConnected(context());
    }
}
