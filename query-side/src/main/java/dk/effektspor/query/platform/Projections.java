package dk.effektspor.query.platform;

import dk.effektspor.platform.eventstore.NextRecorded;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Watches how far each projection has come, tells the progress of a replay, and lets a failed one be seen. */
public final class Projections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    /** More than Axon reads at a time before it hands anything on. */
    private static final int READ_AHEAD = 2_000;

    private final List<String> groups;
    private final Processors processors;
    private final ObjectProvider<EventStore> eventStore;
    private final Stops stops;
    private final ProjectionSettings settings;
    private final EarlierForms earlierForms;
    private final Clock clock;
    private final Map<String, Lag> lags = new ConcurrentHashMap<>();
    private final Map<String, TrackingToken> reached = new ConcurrentHashMap<>();
    private final Map<String, Long> targets = new ConcurrentHashMap<>();
    private final Restarts restarts;
    private final Replays replays;
    private @Nullable ScheduledExecutorService watch;
    private boolean storeAway;

    Projections(
            List<String> groups,
            Processors processors,
            ObjectProvider<EventStore> eventStore,
            Stops stops,
            ProjectionSettings settings,
            EarlierForms earlierForms,
            Clock clock,
            MeterRegistry meters) {
        this.groups = List.copyOf(groups);
        this.processors = processors;
        this.eventStore = eventStore;
        this.stops = stops;
        this.settings = settings;
        this.earlierForms = earlierForms;
        this.clock = clock;
        this.restarts = new Restarts(processors, stops, this::beginAgain, this::isRunning);
        this.replays = new Replays(clock);
        for (String group : groups) {
            gauge(meters, "effektspor.projection.lag.events", group, Lag::events);
            gauge(
                    meters,
                    "effektspor.projection.lag.seconds",
                    group,
                    lag -> lag.age().toMillis() / 1000.0);
            gauge(
                    meters,
                    "effektspor.projection.failed",
                    group,
                    lag -> lag.failure().isPresent() ? 1 : 0);
            gauge(meters, "effektspor.projection.replaying", group, lag -> lag.caughtUp() ? 0 : 1);
            gauge(meters, "effektspor.projection.replay.left", group, this::left);
        }
    }

    /** The processing groups of the projections. */
    public List<String> groups() {
        return groups;
    }

    /** How far each projection is behind, as of now. */
    public List<Lag> lags() {
        look();
        return groups.stream().map(lags::get).toList();
    }

    /** Whether a projection's views hold what was there when it began, so that a list of them is a list of all. */
    public boolean isWhole(String group) {
        Lag lag = lags.get(group);
        if (lag == null || !lag.caughtUp()) {
            look();
            lag = lags.get(group);
        }
        return lag != null && lag.caughtUp() && processors.hasToken(group);
    }

    /** Position of the last event a projection took in before it stopped; empty as long as it has not. */
    public OptionalLong stoppedAt(String group) {
        Lag lag = lags.get(group);
        return lag == null || stops.of(group).isEmpty() ? OptionalLong.empty() : OptionalLong.of(lag.position());
    }

    /** Drops a projection's views and builds them again from the first event. */
    public void rebuild(String group) throws ExecutionException, InterruptedException {
        restarts.rebuild(group);
    }

    /** Starts a projection that has failed where it stopped, its views as they are; does nothing to another. */
    public void retry(String group) throws ExecutionException, InterruptedException {
        restarts.retry(group);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(new ProjectionThreads("projections"));
        executor.scheduleWithFixedDelay(this::watch, 0, settings.progressEvery().toMillis(), TimeUnit.MILLISECONDS);
        watch = executor;
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    private void watch() {
        try {
            look();
            restarts.bringBack(groups, storeAway);
            storeAway = false;
            lags.values().forEach(lag -> replays.tell(lag, target(lag.group())));
            earlierForms.dropAbandoned();
        } catch (RuntimeException e) {
            storeAway = true;
            // The watch must outlive a store that is away for a while; the stores' own health checks tell of it.
            LOG.warn("Cannot see how far the projections are: {}", e.toString());
        }
    }

    /** Until it has taken in what is there by now, a projection is not whole. */
    private synchronized void beginAgain(String group) {
        targets.remove(group);
        lags.remove(group);
        reached.remove(group);
        look();
    }

    private synchronized void look() {
        long head = CatchUp.position(eventStore.getObject().createHeadToken());
        for (String group : groups) {
            targets.putIfAbsent(group, head);
            lags.put(group, lag(group, head));
        }
    }

    /** What a projection must have taken in to have caught up. */
    private long target(String group) {
        return targets.getOrDefault(group, Long.MAX_VALUE);
    }

    /** Events a projection must still take in until its views are whole, at most. */
    private long left(Lag lag) {
        return lag.caughtUp() ? 0 : Math.max(0, target(lag.group()) - lag.position());
    }

    private Lag lag(String group, long head) {
        StreamingEventProcessor processor = processors.of(group);
        Optional<EventTrackerStatus> last = Processors.behindMost(processor);
        String trouble = null;
        for (EventTrackerStatus segment : processor.processingStatus().values()) {
            if (segment.isErrorState()) {
                trouble = segment.getError().toString();
                stopIfUnreadable(group, segment);
            }
        }
        TrackingToken behindMost;
        long position;
        if (last.isEmpty()) {
            // A stopped processor reports no segments; what it had reached is still the truth.
            behindMost = stops.of(group).flatMap(Stops.Stop::reached).orElseGet(() -> reached.get(group));
            position = CatchUp.position(behindMost);
            if (processor.isError()) {
                stopIfNextIsUnreadable(group, behindMost);
            }
        } else {
            behindMost = last.get().getTrackingToken();
            position = last.get().getCurrentPosition().orElse(-1);
            if (behindMost != null) {
                reached.put(group, behindMost);
            }
        }
        Lag before = lags.get(group);
        boolean caughtUp = (before != null && before.caughtUp()) || position >= target(group);
        Duration age = position >= head ? Duration.ZERO : age(group, behindMost);
        String stopped = stops.of(group)
                .map(stop -> "stopped at position " + stop.position() + ": " + stop.cause())
                .orElse(null);
        return new Lag(group, position, head, age, caughtUp, stopped, trouble);
    }

    private void stopIfUnreadable(String group, EventTrackerStatus segment) {
        for (Throwable cause = segment.getError(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SerializationException) {
                stops.onFailure(group, segment.getTrackingToken(), cause);
                return;
            }
        }
    }

    /** Axon tells of no segment that failed in reading, and would try again for ever; so what comes next is read here. */
    private void stopIfNextIsUnreadable(String group, @Nullable TrackingToken after) {
        TrackingToken read = after;
        try (BlockingStream<TrackedEventMessage<?>> next =
                eventStore.getObject().openStream(after)) {
            for (int i = 0; i < READ_AHEAD && next.hasNextAvailable(50, TimeUnit.MILLISECONDS); i++) {
                read = next.nextAvailable().trackingToken();
            }
        } catch (SerializationException unreadable) {
            stops.onFailure(group, read, unreadable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration age(String group, @Nullable TrackingToken token) {
        Duration age = nextRecorded(group, token)
                .map(recordedAt -> Duration.between(recordedAt, clock.instant()))
                .orElse(Duration.ZERO);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private Optional<Instant> nextRecorded(String group, @Nullable TrackingToken token) {
        EventStore events = eventStore.getObject();
        if (events instanceof NextRecorded log) {
            return log.recordedAfter(token);
        }
        try (BlockingStream<TrackedEventMessage<?>> next = events.openStream(token)) {
            return next.hasNextAvailable(50, TimeUnit.MILLISECONDS)
                    ? Optional.of(next.nextAvailable().getTimestamp())
                    : Optional.empty();
        } catch (SerializationException unreadable) {
            // How old it is cannot be read either.
            stops.onFailure(group, token, unreadable);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void gauge(MeterRegistry meters, String name, String group, ToDoubleFunction<Lag> value) {
        Gauge.builder(name, lags, known -> known.get(group) == null ? 0 : value.applyAsDouble(known.get(group)))
                .tag("projection", group)
                .register(meters);
    }
}
