package dk.effektspor.query.platform;

import dk.effektspor.shared.casefile.CaseId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The views one projection works on while it holds the claim on a segment. Nobody else writes them meanwhile, so what has
 * been read or folded need not be read again; the least used are let go.
 *
 * @param <V> the view
 */
final class Folding<V extends VersionedView> {

    private final CaseFold<V> fold;
    private final ViewStore<V> store;
    private final Paging paging;
    private final LinkedHashMap<String, V> views = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<String> unwritten = new LinkedHashSet<>();
    private int held;

    Folding(CaseFold<V> fold, ViewStore<V> store, Paging paging) {
        this.fold = fold;
        this.store = store;
        this.paging = paging;
    }

    /** Folds a batch in memory; what the views have already applied is left out. */
    void take(List<Arrival> arrivals) {
        read(arrivals);
        for (Arrival arrival : arrivals) {
            CaseId caseId = arrival.event().caseId();
            long version = arrival.recorded().version();
            String id = paging.documentOf(caseId, version);
            long applied = applied(id, caseId, version);
            if (version <= applied) {
                continue;
            }
            if (version != applied + 1) {
                throw NotApplicable.gap(arrival.message(), caseId, applied, version);
            }
            hold(id, folded(views.get(id), arrival));
            unwritten.add(id);
        }
    }

    /** Writes what has changed and keeps views of no more weight than {@code kept} at hand. */
    void write(int kept) {
        if (!unwritten.isEmpty()) {
            store.save(unwritten.stream()
                    .collect(Collectors.toMap(id -> id, views::get, (one, other) -> other, LinkedHashMap::new)));
            unwritten.clear();
        }
        var eldest = views.values().iterator();
        while (held > kept && eldest.hasNext()) {
            held -= eldest.next().weight();
            eldest.remove();
        }
    }

    /** What the views at hand weigh. */
    int held() {
        return held;
    }

    private void hold(String id, V view) {
        V before = views.put(id, view);
        held += view.weight() - (before == null ? 0 : before.weight());
    }

    private void read(List<Arrival> arrivals) {
        Set<String> wanted = new HashSet<>();
        arrivals.forEach(arrival -> wanted.add(
                paging.documentOf(arrival.event().caseId(), arrival.recorded().version())));
        readMissing(wanted);
        // Only the first event of a document needs the one before it.
        Set<String> before = new HashSet<>();
        for (Arrival arrival : arrivals) {
            CaseId caseId = arrival.event().caseId();
            long version = arrival.recorded().version();
            String previous = paging.documentBefore(caseId, version);
            if (previous != null && !views.containsKey(paging.documentOf(caseId, version))) {
                before.add(previous);
            }
        }
        readMissing(before);
    }

    private void readMissing(Set<String> ids) {
        ids.removeAll(views.keySet());
        if (!ids.isEmpty()) {
            store.load(ids).forEach(this::hold);
        }
    }

    private long applied(String id, CaseId caseId, long version) {
        V view = views.get(id);
        if (view == null) {
            String before = paging.documentBefore(caseId, version);
            view = before == null ? null : views.get(before);
        }
        return view == null ? 0 : view.version();
    }

    private V folded(@Nullable V view, Arrival arrival) {
        try {
            return fold.apply(view, arrival.event(), arrival.recorded());
        } catch (RuntimeException e) {
            throw NotApplicable.failed(
                    arrival.message(),
                    arrival.event().caseId(),
                    arrival.recorded().version(),
                    e);
        }
    }
}
