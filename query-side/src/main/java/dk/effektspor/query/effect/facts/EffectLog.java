package dk.effektspor.query.effect.facts;

import dk.effektspor.query.platform.VersionedView;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The history of one case in order of recording, as far as effects are asked of it: enough to derive its facts as of any
 * two dates. Most events say nothing about effects; one more of them costs the same however long the history is.
 */
public final class EffectLog implements VersionedView {

    public static final EffectLog NEW = new EffectLog(List.of(), 0, 0, null, List.of(), null);

    private final List<CaseEvent> told;
    private final long version;
    private final long knownFrom;

    // The same history in another form once it has been packed, so that what follows need not pack it again.
    private @Nullable PackedLog packed;
    private List<Entry> sincePacked;
    private @Nullable EffectFacts facts;

    /**
     * One event of the case.
     *
     * @param knownFrom milliseconds since 1970 at which it and all before it were recorded, so that it never falls
     * @param event what it says, without texts; absent if it says nothing about effects
     */
    public record Entry(long knownFrom, @Nullable CaseEvent event) {}

    private EffectLog(
            List<CaseEvent> told,
            long version,
            long knownFrom,
            @Nullable PackedLog packed,
            List<Entry> sincePacked,
            @Nullable EffectFacts facts) {
        this.told = told;
        this.version = version;
        this.knownFrom = knownFrom;
        this.packed = packed;
        this.sincePacked = sincePacked;
        this.facts = facts;
    }

    /** The log of a case with these events. */
    static EffectLog of(List<Entry> events) {
        return of(events, null, List.copyOf(events));
    }

    /** The log that was packed so. */
    static EffectLog of(PackedLog packed) {
        return of(packed.entries(Long.MAX_VALUE), packed, List.of());
    }

    private static EffectLog of(List<Entry> events, @Nullable PackedLog packed, List<Entry> since) {
        long knownFrom = events.isEmpty() ? 0 : events.get(events.size() - 1).knownFrom();
        List<CaseEvent> told =
                events.stream().map(Entry::event).filter(Objects::nonNull).toList();
        return new EffectLog(told, events.size(), knownFrom, packed, since, null);
    }

    /** The version of the case is the number of its events. */
    @Override
    public long version() {
        return version;
    }

    /** Each event of the case. */
    public List<Entry> events() {
        return packed == null ? sincePacked : plus(packed.entries(Long.MAX_VALUE), sincePacked);
    }

    /**
     * The log after one more event of the case's stream. An event already applied changes nothing.
     *
     * @param next the event's place in the stream, 1 for the first
     * @throws IllegalStateException if events in between are missing or the event refers to what never happened
     */
    public EffectLog plus(CaseEvent event, long next, Instant recordedAt) {
        if (next <= version) {
            return this;
        }
        if (next != version + 1 || (version == 0) != event instanceof CaseOpened) {
            throw new IllegalStateException("Case " + event.caseId() + " stands at version " + version
                    + " and cannot take " + event.getClass().getSimpleName() + " as version " + next);
        }
        CaseEvent says = Told.of(event);
        if (says != null) {
            ReferredTo.check(says, told);
        }
        Entry entry = new Entry(Math.max(knownFrom, recordedAt.toEpochMilli()), says);
        return new EffectLog(
                says == null ? told : plus(told, List.of(says)),
                next,
                entry.knownFrom(),
                packed,
                plus(sincePacked, List.of(entry)),
                says == null && facts != null ? facts.at(next) : null);
    }

    /** The events that say something about effects. */
    List<CaseEvent> told() {
        return told;
    }

    /** The facts of the case as it stands. */
    public EffectFacts facts() {
        EffectFacts derived = facts;
        if (derived == null) {
            derived = EffectFacts.of(EffectCase.of(told, version));
            facts = derived;
        }
        return derived;
    }

    PackedLog packed() {
        PackedLog before = packed;
        if (before != null && sincePacked.isEmpty()) {
            return before;
        }
        boolean quiet = sincePacked.stream().allMatch(entry -> entry.event() == null);
        PackedLog all = before != null && quiet ? LogPacking.packed(before, sincePacked) : LogPacking.packed(this);
        packed = all;
        sincePacked = List.of();
        return all;
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some.size() + more.size());
        all.addAll(some);
        all.addAll(more);
        return Collections.unmodifiableList(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EffectLog log && events().equals(log.events());
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, knownFrom);
    }
}
