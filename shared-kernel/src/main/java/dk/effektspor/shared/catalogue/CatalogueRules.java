package dk.effektspor.shared.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold between the entries of a catalogue before anyone may rely on it. */
record CatalogueRules(
        Entry edition,
        List<Found<Compass>> compasses,
        List<Found<Ladder>> ladders,
        List<Found<Measure>> measures,
        List<Found<Programme>> programmes,
        List<Found<Tilbud>> offers,
        List<Found<Unit>> units,
        List<Found<Bydel>> bydele) {

    private static final int TARGET_GROUPS = 12;
    private static final int DIMENSIONS = 10;

    Catalogue checked(String version, String sha256) {
        compassesAreTwelveOfTenDimensions();
        measuresHaveBases();
        laddersServeEveryTargetGroup();
        unitsFormATree();
        offersBelongSomewhere();
        once(programmes, Programme::code);
        programmes.forEach(p -> ages(p.at(), p.it().ageFrom(), p.it().ageTo()));
        once(bydele, Bydel::code);
        return new Catalogue(
                version,
                sha256,
                plain(compasses),
                plain(ladders),
                plain(measures),
                plain(programmes),
                plain(offers),
                new UnitTree(plain(units)),
                plain(bydele));
    }

    private void compassesAreTwelveOfTenDimensions() {
        once(compasses, c -> c.code() + " " + c.version());
        noOverlap(compasses, c -> List.of(c.code()), Compass::validity);
        for (Found<Compass> found : compasses) {
            ages(found.at(), found.it().ageFrom(), found.it().ageTo());
            List<Entry> dimensions = found.at().required("dimensions").items();
            numbered(dimensions, "no");
            if (dimensions.size() != DIMENSIONS) {
                throw found.at().bad("a compass has exactly ten dimensions, not " + dimensions.size());
            }
            for (Entry dimension : dimensions) {
                if (dimension.texts("variants").size() == 1) {
                    throw dimension.bad("one variant is none: give two or more, or leave them out");
                }
            }
        }
        Set<String> codes = codes(compasses, Compass::code);
        if (codes.size() != TARGET_GROUPS) {
            Entry last = compasses.isEmpty()
                    ? edition
                    : compasses.get(compasses.size() - 1).at();
            throw last.bad("there are exactly twelve compasses, not " + codes.size());
        }
    }

    private void measuresHaveBases() {
        once(measures, Measure::code);
        for (Found<Measure> found : measures) {
            List<Found<Measure.DatedBasis>> bases = new ArrayList<>();
            List<Entry> entries = found.at().required("bases").items();
            for (int i = 0; i < entries.size(); i++) {
                bases.add(new Found<>(found.it().bases().get(i), entries.get(i)));
            }
            if (bases.isEmpty()) {
                throw found.at().bad("a measure rests on at least one paragraph");
            }
            noOverlap(bases, b -> List.of(b.basis().law() + " " + b.basis().paragraph()), Measure.DatedBasis::validity);
        }
    }

    private void laddersServeEveryTargetGroup() {
        once(ladders, Ladder::id);
        noOverlap(ladders, Ladder::targetGroups, Ladder::validity);
        Set<String> groups = codes(compasses, Compass::code);
        Set<String> known = codes(measures, Measure::code);
        for (Found<Ladder> found : ladders) {
            Ladder ladder = found.it();
            numbered(found.at().required("steps").items(), "step");
            if (ladder.steps().isEmpty()) {
                throw found.at().bad("a ladder has at least one step");
            }
            for (String group : ladder.targetGroups()) {
                if (!groups.contains(group)) {
                    throw found.at().required("targetGroups").bad("there is no target group " + group);
                }
            }
            found.at().required("measures").fields().forEach((code, place) -> {
                if (!known.contains(code)) {
                    throw place.bad("there is no measure " + code);
                }
                int step = place.whole("step");
                if (!ladder.hasStep(step)) {
                    throw place.required("step").bad("the ladder " + ladder.id() + " has no step " + step);
                }
            });
        }
        for (Found<Compass> compass : compasses) {
            String group = compass.it().code();
            if (plain(ladders).stream()
                    .noneMatch(l ->
                            l.targetGroups().contains(group) && l.validity().to() == null)) {
                throw compass.at().bad("the target group " + group + " has no ladder until further notice");
            }
        }
    }

    private void unitsFormATree() {
        noOverlap(units, u -> List.of(u.code()), Unit::validity);
        for (Found<Unit> found : units) {
            String parent = found.it().parent();
            if (parent != null) {
                unitExists(parent, found.it().validity(), found.at().required("parent"));
            }
        }
        UnitTree tree = new UnitTree(plain(units));
        for (Found<Unit> found : units) {
            for (Found<Unit> other : units) {
                LocalDate change = start(other.it().validity());
                if (found.it().validity().holdsOn(change)) {
                    noCycle(tree, found, change);
                }
            }
        }
    }

    private static void noCycle(UnitTree tree, Found<Unit> found, LocalDate on) {
        Set<String> above = new HashSet<>();
        String code = found.it().code();
        while (code != null) {
            if (!above.add(code)) {
                throw found.at().bad("the unit " + found.it().code() + " stands above itself");
            }
            code = tree.on(code, on).map(Unit::parent).orElse(null);
        }
    }

    private void offersBelongSomewhere() {
        noOverlap(offers, o -> List.of(o.code()), Tilbud::validity);
        Set<String> known = codes(measures, Measure::code);
        for (Found<Tilbud> found : offers) {
            unitExists(found.it().unit(), found.it().validity(), found.at().required("unit"));
            if (found.it().measures().isEmpty()) {
                throw found.at().bad("an offer carries out at least one measure");
            }
            for (Entry measure : found.at().required("measures").items()) {
                if (!known.contains(measure.text())) {
                    throw measure.bad("there is no measure " + measure.text());
                }
            }
        }
    }

    /** The unit must exist on every day of the validity, in one version or another. */
    private void unitExists(String code, Validity needed, Entry at) {
        UnitTree tree = new UnitTree(plain(units));
        LocalDate day = start(needed);
        while (true) {
            LocalDate on = day;
            LocalDate to = tree.on(code, on)
                    .orElseThrow(() -> at.bad("there is no unit " + code
                            + (on.equals(LocalDate.MIN) ? " from the beginning" : " on " + on)))
                    .validity()
                    .to();
            if (to == null || (needed.to() != null && !to.isBefore(needed.to()))) {
                return;
            }
            day = to.plusDays(1);
        }
    }

    private static void ages(Entry at, @Nullable Integer from, @Nullable Integer to) {
        if ((from != null && from < 0) || (from != null && to != null && to < from)) {
            throw at.bad("the ages " + from + " to " + to + " are no range");
        }
    }

    private static void numbered(List<Entry> entries, String field) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).whole(field) != i + 1) {
                throw entries.get(i).bad("'" + field + "' counts from 1 without a gap: " + (i + 1) + " is due here");
            }
        }
    }

    private static <T> void once(List<Found<T>> entries, Function<T, String> key) {
        Map<String, Integer> lines = new HashMap<>();
        for (Found<T> found : entries) {
            Integer line = lines.putIfAbsent(key.apply(found.it()), found.at().line());
            if (line != null) {
                throw found.at().bad(key.apply(found.it()) + " stands here and on line " + line);
            }
        }
    }

    private static <T> void noOverlap(
            List<Found<T>> entries, Function<T, List<String>> keys, Function<T, Validity> validity) {
        Map<String, List<Found<T>>> seen = new TreeMap<>();
        for (Found<T> found : entries) {
            for (String key : keys.apply(found.it())) {
                List<Found<T>> before = seen.computeIfAbsent(key, k -> new ArrayList<>());
                for (Found<T> other : before) {
                    if (overlap(validity.apply(other.it()), validity.apply(found.it()))) {
                        throw found.at()
                                .bad(key + " holds here on days on which it also holds on line "
                                        + other.at().line());
                    }
                }
                before.add(found);
            }
        }
    }

    private static boolean overlap(Validity one, Validity other) {
        return one.holdsOn(start(other)) || other.holdsOn(start(one));
    }

    private static LocalDate start(Validity validity) {
        LocalDate from = validity.from();
        return from == null ? LocalDate.MIN : from;
    }

    private static <T> List<T> plain(List<Found<T>> entries) {
        return entries.stream().map(Found::it).toList();
    }

    private static <T> Set<String> codes(List<Found<T>> entries, Function<T, String> code) {
        return entries.stream().map(f -> code.apply(f.it())).collect(Collectors.toUnmodifiableSet());
    }
}
