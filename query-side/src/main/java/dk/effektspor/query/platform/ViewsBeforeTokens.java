package dk.effektspor.query.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Writes the batch's views before the token that says they are written. Axon registers the storing of the token before
 * any handler runs, so a handler's own prepare-commit hook would come too late; without transactions across documents
 * this order is all that keeps a crash from losing an event. Until they are written the stored token stays where it was,
 * also for a while of catching up.
 */
final class ViewsBeforeTokens implements TokenStore {

    private final TokenStore tokens;
    private final Map<String, String> places;
    private final Stops stops;
    private final LongSupplier head;
    private final ProjectionSettings settings;
    private final Map<Claim, CatchUp> work = new ConcurrentHashMap<>();

    /**
     * @param places the name under which a group's place is kept, where it is another than the group's
     * @param head position of the last event there is
     */
    ViewsBeforeTokens(
            TokenStore tokens,
            Map<String, String> places,
            Stops stops,
            LongSupplier head,
            ProjectionSettings settings) {
        this.tokens = tokens;
        this.places = Map.copyOf(places);
        this.stops = stops;
        this.head = head;
        this.settings = settings;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        Claim claim = new Claim(processorName, segment);
        try {
            if (CurrentUnitOfWork.isStarted()) {
                CatchUp batch = work.computeIfAbsent(
                        claim, c -> new CatchUp(head, settings.viewsInMemory(), settings.claimTimeout()));
                PendingFolds.ofCurrentBatch().foldInto(batch);
                if (batch.mayWait(token)) {
                    return;
                }
            }
            CatchUp unwritten = work.get(claim);
            if (unwritten != null) {
                // Whoever lost the claim must not write what another has meanwhile taken further.
                if (!unwritten.holdsClaimSurely()) {
                    tokens.extendClaim(place(processorName), segment);
                }
                unwritten.write(token);
            }
        } catch (RuntimeException failure) {
            work.remove(claim);
            stops.onFailure(processorName, token, failure);
            throw failure;
        }
        if (token == null) {
            // The store of tokens has no way to store none, which a reset before the first event asks for.
            tokens.deleteToken(place(processorName), segment);
            tokens.initializeSegment(null, place(processorName), segment);
        } else {
            tokens.storeToken(token, place(processorName), segment);
        }
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount) {
        tokens.initializeTokenSegments(place(processorName), segmentCount);
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, @Nullable TrackingToken initial) {
        tokens.initializeTokenSegments(place(processorName), segmentCount, initial);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processorName, int segment) {
        work.remove(new Claim(processorName, segment));
        return tokens.fetchToken(place(processorName), segment);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processorName, Segment segment) {
        work.remove(new Claim(processorName, segment.getSegmentId()));
        return tokens.fetchToken(place(processorName), segment);
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        tokens.extendClaim(place(processorName), segment);
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        work.remove(new Claim(processorName, segment));
        tokens.releaseClaim(place(processorName), segment);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
        tokens.initializeSegment(token, place(processorName), segment);
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        work.remove(new Claim(processorName, segment));
        tokens.deleteToken(place(processorName), segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return tokens.requiresExplicitSegmentInitialization();
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return tokens.fetchSegments(place(processorName));
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        return tokens.fetchAvailableSegments(place(processorName));
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return tokens.retrieveStorageIdentifier();
    }

    private String place(String processorName) {
        return places.getOrDefault(processorName, processorName);
    }
}
