package dk.effektspor.query.platform;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one kind of view up to date. Declared as a bean it becomes a processing group of its own. It takes every event
 * there is, so that none can be missed by a forgotten handler; a batch is collected, folded in memory and written once,
 * before the token is stored.
 *
 * @param <V> the view
 */
public final class CaseProjection<V extends VersionedView> {

    private final String group;
    private final CaseFold<V> fold;
    private final ViewStore<V> views;
    private final Paging paging;

    /** A projection with one document per case. */
    public CaseProjection(String group, CaseFold<V> fold, ViewStore<V> views) {
        this(group, fold, views, Paging.oneDocument());
    }

    public CaseProjection(String group, CaseFold<V> fold, ViewStore<V> views, Paging paging) {
        this.group = group;
        this.fold = fold;
        this.views = views;
        this.paging = paging;
    }

    /** Name of the processing group. */
    public String group() {
        return group;
    }

    @EventHandler
    void on(EventMessage<?> message) {
        PendingFolds.ofCurrentBatch().add(this, message);
    }

    @ResetHandler
    void reset() {
        views.clear();
    }

    /** Folds a batch into the stored views; what they have already applied is left out. */
    void apply(List<EventMessage<?>> batch) {
        List<Arrival> arrivals = batch.stream().map(CaseProjection::arrival).toList();
        Map<String, V> current = new HashMap<>(views.load(documents(arrivals)));
        Map<String, V> changed = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            CaseId caseId = arrival.event.caseId();
            long version = arrival.recorded.version();
            String id = paging.documentOf(caseId, version);
            long applied = applied(current, id, caseId, version);
            if (version <= applied) {
                continue;
            }
            if (version != applied + 1) {
                throw NotApplicable.gap(arrival.message, caseId, applied, version);
            }
            V next = folded(current.get(id), arrival);
            current.put(id, next);
            changed.put(id, next);
        }
        if (!changed.isEmpty()) {
            views.save(changed);
        }
    }

    private V folded(@Nullable V view, Arrival arrival) {
        try {
            return fold.apply(view, arrival.event, arrival.recorded);
        } catch (RuntimeException e) {
            throw NotApplicable.failed(arrival.message, arrival.event.caseId(), arrival.recorded.version(), e);
        }
    }

    private long applied(Map<String, V> current, String id, CaseId caseId, long version) {
        V view = current.get(id);
        if (view == null) {
            String before = paging.documentBefore(caseId, version);
            view = before == null ? null : current.get(before);
        }
        return view == null ? 0 : view.version();
    }

    private Set<String> documents(List<Arrival> arrivals) {
        Set<String> ids = new LinkedHashSet<>();
        for (Arrival arrival : arrivals) {
            CaseId caseId = arrival.event.caseId();
            ids.add(paging.documentOf(caseId, arrival.recorded.version()));
            String before = paging.documentBefore(caseId, arrival.recorded.version());
            if (before != null) {
                ids.add(before);
            }
        }
        return ids;
    }

    private static Arrival arrival(EventMessage<?> message) {
        if (!(payload(message) instanceof CaseEvent event) || !(message instanceof DomainEventMessage<?> domainEvent)) {
            throw NotApplicable.unreadable(message, null);
        }
        Recorded recorded = new Recorded(
                domainEvent.getSequenceNumber() + 1,
                message.getIdentifier(),
                message.getTimestamp(),
                trace(message.getMetaData()));
        return new Arrival(event, recorded, message);
    }

    private static Object payload(EventMessage<?> message) {
        try {
            return message.getPayload();
        } catch (RuntimeException e) {
            throw NotApplicable.unreadable(message, e);
        }
    }

    private static Map<String, String> trace(MetaData metaData) {
        return metaData.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private record Arrival(CaseEvent event, Recorded recorded, EventMessage<?> message) {}
}
