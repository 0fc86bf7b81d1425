package dk.effektspor.platform.load;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How full each gate is, and how many were turned away and why. */
final class LoadMetrics {

    static final String SHED = "effektspor.load.shed";

    /** The part of the metric's {@code gate} label that is no gate: too many requests of one client. */
    static final String CLIENTS = "clients";

    static final String CLIENT_RATE = "client-rate";

    private final MeterRegistry registry;

    LoadMetrics(MeterRegistry registry, Gates gates) {
        this.registry = registry;
        gates.byName().forEach((name, gate) -> {
            Gauge.builder("effektspor.load.in.work", gate, WorkGate::inWork)
                    .tag("gate", name)
                    .register(registry);
            Gauge.builder("effektspor.load.waiting", gate, WorkGate::waiting)
                    .tag("gate", name)
                    .register(registry);
            // Told as zero from the start: a rate needs two points.
            count(name, reason(WorkGate.Verdict.QUEUE_FULL), 0);
            count(name, reason(WorkGate.Verdict.WAITED_TOO_LONG), 0);
        });
        count(CLIENTS, CLIENT_RATE, 0);
    }

    void shed(String gate, WorkGate.Verdict verdict) {
        count(gate, reason(verdict), 1);
    }

    void throttled() {
        count(CLIENTS, CLIENT_RATE, 1);
    }

    private void count(String gate, String reason, int more) {
        registry.counter(SHED, "gate", gate, "reason", reason).increment(more);
    }

    private static String reason(WorkGate.Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> throw new IllegalArgumentException("Who is admitted is not shed");
            case QUEUE_FULL -> "queue-full";
            case WAITED_TOO_LONG -> "waited-too-long";
        };
    }
}
