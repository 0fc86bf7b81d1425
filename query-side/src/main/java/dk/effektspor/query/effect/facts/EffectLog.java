package dk.effektspor.query.effect.facts;

import dk.effektspor.query.platform.VersionedView;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of one case in order of recording, as far as effects are asked of it: enough to derive its facts as of any
 * two dates.
 *
 * @param events one for each event of the case; the version is their number
 */
public record EffectLog(List<Entry> events) implements VersionedView {

    public static final EffectLog NEW = new EffectLog(List.of());

    /**
     * One event of the case.
     *
     * @param knownFrom milliseconds since 1970 at which it and all before it were recorded, so that it never falls
     * @param event what it says, without texts; absent if it says nothing about effects
     */
    public record Entry(long knownFrom, @Nullable CaseEvent event) {}

    public EffectLog {
        events = List.copyOf(events);
    }

    @Override
    public long version() {
        return events.size();
    }

    /**
     * The log after one more event of the case's stream. An event already applied changes nothing.
     *
     * @param version the event's place in the stream, 1 for the first
     * @throws IllegalStateException if events in between are missing or the event refers to what never happened
     */
    public EffectLog plus(CaseEvent event, long version, Instant recordedAt) {
        if (version <= version()) {
            return this;
        }
        if (version != version() + 1 || events.isEmpty() != event instanceof CaseOpened) {
            throw new IllegalStateException("Case " + event.caseId() + " stands at version " + version()
                    + " and cannot take " + event.getClass().getSimpleName() + " as version " + version);
        }
        CaseEvent told = Told.of(event);
        if (told != null) {
            ReferredTo.check(told, events);
        }
        long knownFrom = recordedAt.toEpochMilli();
        if (!events.isEmpty()) {
            knownFrom = Math.max(knownFrom, events.get(events.size() - 1).knownFrom());
        }
        List<Entry> more = new ArrayList<>(events.size() + 1);
        more.addAll(events);
        more.add(new Entry(knownFrom, told));
        return new EffectLog(more);
    }

    /** The events that say something about effects. */
    List<CaseEvent> told() {
        List<CaseEvent> told = new ArrayList<>(events.size());
        for (Entry entry : events) {
            if (entry.event() != null) {
                told.add(entry.event());
            }
        }
        return told;
    }

    /** The facts of the case as it stands. */
    public EffectFacts facts() {
        return EffectFacts.of(EffectCase.of(told(), version()));
    }
}
