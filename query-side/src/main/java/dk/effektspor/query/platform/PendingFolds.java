package dk.effektspor.query.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** The events of the batch in hand that no view has yet taken in. */
final class PendingFolds {

    private static final String KEY = PendingFolds.class.getName();

    private final Map<CaseProjection<?>, List<EventMessage<?>>> events = new LinkedHashMap<>();

    static PendingFolds ofCurrentBatch() {
        return CurrentUnitOfWork.get().getOrComputeResource(KEY, key -> new PendingFolds());
    }

    void add(CaseProjection<?> projection, List<? extends EventMessage<?>> messages) {
        events.computeIfAbsent(projection, p -> new ArrayList<>()).addAll(messages);
    }

    void foldInto(CatchUp work) {
        events.forEach((projection, batch) -> work.take(
                projection,
                batch.stream()
                        .filter(message -> !Arrival.isBesideTheCases(message))
                        .map(Arrival::of)
                        .toList()));
        events.clear();
    }
}
