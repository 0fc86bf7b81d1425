package dk.effektspor.query.platform;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops projections and starts them again: because an operator asks for it, or because a store is there again. One at a
 * time, so that two do not do it at once.
 */
final class Restarts {

    private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(20);

    private final Processors processors;
    private final Stops stops;
    private final Consumer<String> beginsAgain;
    private final BooleanSupplier wanted;

    private final Set<String> begun = new LinkedHashSet<>();
    private final Set<String> comingBack = new LinkedHashSet<>();

    /**
     * @param beginsAgain is told of a projection that is about to build its views from the first event
     * @param wanted whether the projections are to run at all
     */
    Restarts(Processors processors, Stops stops, Consumer<String> beginsAgain, BooleanSupplier wanted) {
        this.processors = processors;
        this.stops = stops;
        this.beginsAgain = beginsAgain;
        this.wanted = wanted;
    }

    /** Drops a projection's views and builds them again from the first event. */
    synchronized void rebuild(String group) throws ExecutionException, InterruptedException {
        StreamingEventProcessor processor = processors.of(group);
        processor.shutdownAsync().get();
        try {
            processor.resetTokens();
            stops.forget(group);
            beginsAgain.accept(group);
        } finally {
            // Also where nothing could be dropped: a store that is away must not leave it stopped for good.
            processor.start();
        }
    }

    /** Starts a projection that has failed where it stopped, its views as they are; does nothing to another. */
    synchronized void retry(String group) throws ExecutionException, InterruptedException {
        StreamingEventProcessor processor = processors.of(group);
        if (stops.of(group).isPresent() || processor.isError()) {
            processor.shutdownAsync().get();
            stops.forget(group);
            processor.start();
        }
    }

    /** Brings those back that wait for a store which is there again, and those whose place it has lost. */
    synchronized void bringBack(List<String> groups, boolean storeWasAway) {
        List<String> lost = groups.stream().filter(this::hasLostItsToken).toList();
        if (storeWasAway) {
            groups.stream().filter(this::isWaiting).forEach(comingBack::add);
        }
        for (String group : lost) {
            LOG.warn("{}: the views' database has lost its place, and so its views; building them again", group);
            comingBack.add(group);
        }
        comingBack.removeIf(this::startedAgain);
    }

    /** Axon waits up to a minute before it tries again. */
    private boolean isWaiting(String group) {
        return processors.of(group).isError() && stops.of(group).isEmpty();
    }

    /** Nobody but an operator makes a token that was there vanish, other than a database that came back without it. */
    private boolean hasLostItsToken(String group) {
        boolean there = processors.hasToken(group);
        if (there) {
            begun.add(group);
        }
        return !there && begun.contains(group) && stops.of(group).isEmpty();
    }

    /** A processor makes its token when it starts, and at no other time. */
    private boolean startedAgain(String group) {
        StreamingEventProcessor processor = processors.of(group);
        try {
            processor.shutdownAsync().get(LONGEST_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
            if (wanted.getAsBoolean()) {
                if (!processors.hasToken(group)) {
                    beginsAgain.accept(group);
                }
                processor.start();
                LOG.info("{}: goes on", group);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warn("{}: cannot go on yet: {}", group, e.toString());
            return false;
        }
    }
}
