package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.Finding;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.store.EventKey;
import dk.effektspor.query.ledger.tree.TreeStore.Place;
import dk.effektspor.shared.ledger.LedgerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells partings as what was done to the record. */
final class Diagnosis {

    private static final int SEARCHED = 10_000;

    private final Function<Collection<Long>, List<Place>> places;
    private final Function<Set<UUID>, Set<UUID>> streamsThere;
    private final long inTiles;
    private final String date;

    private final Map<Long, Place> placeAt = new HashMap<>();
    private final List<Located> found = new ArrayList<>();
    private final Map<Hash, Long> missing = new LinkedHashMap<>();
    private final Map<Hash, Added> added = new LinkedHashMap<>();
    private final Set<Hash> expected = new HashSet<>();

    private record Located(long position, Finding finding) {}

    /**
     * A leaf of the store that nothing expects there.
     *
     * @param at position on the expected side
     * @param inPlace whether it stands in the place of the one expected there, not before it
     */
    private record Added(long at, boolean inPlace, Leaf leaf) {}

    /**
     * @param places what the ledger believes to stand at positions; only of positions at which it can be believed
     * @param streamsThere which of these streams still have events
     * @param inTiles size of the ledger as the database has it
     * @param date of the newest checkpoint
     */
    Diagnosis(
            Function<Collection<Long>, List<Place>> places,
            Function<Set<UUID>, Set<UUID>> streamsThere,
            long inTiles,
            String date) {
        this.places = places;
        this.streamsThere = streamsThere;
        this.inTiles = inTiles;
        this.date = date;
    }

    /** The findings in the order of their positions. */
    List<Finding> of(List<Parting> partings) {
        List<Long> asked = new ArrayList<>();
        for (Parting parting : partings) {
            expected.addAll(parting.expected());
            for (int i = 0; i < Math.min(parting.expected().size(), SEARCHED); i++) {
                asked.add(parting.position() + i);
            }
        }
        places.apply(asked).forEach(place -> placeAt.put(place.position(), place));
        partings.forEach(this::tell);
        tellMoved();
        tellMissing();
        added.values()
                .forEach(one -> find(
                        one.at(),
                        "ledger.event-inserted",
                        Map.of(
                                "event",
                                one.leaf().eventId(),
                                "globalIndex",
                                one.leaf().globalIndex())));
        return found.stream()
                .sorted(Comparator.comparingLong(Located::position))
                .map(Located::finding)
                .toList();
    }

    private void tell(Parting parting) {
        if (parting.toTheEnd() && endsThere(parting)) {
            return;
        }
        Map<UUID, Leaf> stored = new LinkedHashMap<>();
        List<Leaf> doubled = new ArrayList<>();
        for (Leaf leaf : parting.stored()) {
            if (stored.putIfAbsent(EventKey.of(leaf.eventId()), leaf) != null) {
                doubled.add(leaf);
            }
        }
        List<Long> unmatched = new ArrayList<>();
        for (int i = 0; i < parting.expected().size(); i++) {
            long position = parting.position() + i;
            Place place = placeAt.get(position);
            Leaf same = place == null ? null : stored.remove(place.event());
            if (same == null) {
                unmatched.add(position);
            } else {
                differs(position, same);
            }
        }
        List<Leaf> rest = new ArrayList<>(stored.values());
        rest.addAll(doubled);
        pair(parting, unmatched, rest);
    }

    /** Where the ledger cannot be believed either, what stands in an event's place is that event, changed. */
    private void pair(Parting parting, List<Long> unmatched, List<Leaf> rest) {
        boolean nothingKnown = unmatched.stream().noneMatch(placeAt::containsKey);
        for (int i = 0; i < Math.max(unmatched.size(), rest.size()); i++) {
            boolean inPlace = i < unmatched.size();
            if (nothingKnown
                    && inPlace
                    && i < rest.size()
                    && !expected.contains(rest.get(i).hash())) {
                differs(unmatched.get(i), rest.get(i));
                continue;
            }
            if (inPlace) {
                long position = unmatched.get(i);
                missing.put(parting.expected().get((int) (position - parting.position())), position);
            }
            if (i < rest.size()) {
                long at = inPlace
                        ? unmatched.get(i)
                        : parting.position() + parting.expected().size();
                added.put(rest.get(i).hash(), new Added(at, inPlace, rest.get(i)));
            }
        }
    }

    /** Whether this is the log's end, told as such. */
    private boolean endsThere(Parting parting) {
        long position = parting.position();
        if (parting.expected().isEmpty()) {
            return false;
        }
        if (parting.stored().isEmpty()) {
            if (inTiles > position) {
                return false;
            }
            find(
                    position,
                    "ledger.shorter",
                    Map.of(
                            "size",
                            position,
                            "checkpointSize",
                            position + parting.expected().size(),
                            "date",
                            date));
            return true;
        }
        Set<UUID> stored = parting.stored().stream()
                .map(leaf -> EventKey.of(leaf.eventId()))
                .collect(Collectors.toSet());
        boolean known = placeAt.values().stream()
                .anyMatch(place -> place.position() >= position && stored.contains(place.event()));
        if (!known) {
            find(position, "ledger.fork", Map.of("position", position, "date", date));
        }
        return !known;
    }

    private void differs(long position, Leaf leaf) {
        find(position, "ledger.event-differs", Map.of("event", leaf.eventId(), "position", position));
    }

    private void tellMoved() {
        for (Hash hash : List.copyOf(missing.keySet())) {
            Added there = added.get(hash);
            Long from = missing.get(hash);
            if (there == null || from == null) {
                continue;
            }
            missing.remove(hash);
            added.remove(hash);
            long to = there.inPlace() || there.at() < from ? there.at() : there.at() - 1;
            if (tookItsPlace(from, to) || Math.abs(to - from) == 1) {
                find(
                        Math.min(from, to),
                        "ledger.events-swapped",
                        Map.of("position", Math.min(from, to), "other", Math.max(from, to)));
            } else {
                find(
                        from,
                        "ledger.event-moved",
                        Map.of("event", there.leaf().eventId(), "position", from, "other", to));
            }
        }
    }

    /** Whether the one expected there stands here. */
    private boolean tookItsPlace(long here, long there) {
        for (Map.Entry<Hash, Added> other : added.entrySet()) {
            Long expectedAt = missing.get(other.getKey());
            if (expectedAt != null && expectedAt == there && other.getValue().at() == here) {
                missing.remove(other.getKey());
                added.remove(other.getKey());
                return true;
            }
        }
        return false;
    }

    private void tellMissing() {
        Map<UUID, List<Long>> byStream = new LinkedHashMap<>();
        for (long position : missing.values()) {
            Place place = placeAt.get(position);
            if (place == null) {
                find(position, "ledger.position-missing", Map.of("position", position));
            } else {
                byStream.computeIfAbsent(place.stream(), stream -> new ArrayList<>())
                        .add(position);
            }
        }
        Set<UUID> there = streamsThere.apply(byStream.keySet());
        byStream.forEach((stream, positions) -> {
            if (there.contains(stream)) {
                positions.forEach(position -> find(
                        position, "ledger.event-missing", Map.of("event", eventAt(position), "position", position)));
            } else {
                find(
                        positions.get(0),
                        "ledger.stream-missing",
                        Map.of("stream", named(stream), "events", positions.size(), "position", positions.get(0)));
            }
        });
    }

    private String eventAt(long position) {
        Place place = placeAt.get(position);
        return place == null ? "?" : place.event().toString();
    }

    private static String named(UUID stream) {
        return stream.equals(EventKey.of(LedgerEvent.STREAM)) ? LedgerEvent.STREAM : stream.toString();
    }

    private void find(long position, String code, Map<String, Object> facts) {
        found.add(new Located(position, new Finding(code, facts)));
    }
}
