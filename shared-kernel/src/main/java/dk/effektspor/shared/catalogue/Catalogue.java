package dk.effektspor.shared.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the rules look up instead of knowing: loaded from files, checked at start, the same on both sides.
 *
 * @param version names this edition of the files, e.g. {@code kbh-default-1}
 * @param sha256 in hex, of its eight files one after the other by their names: {@code cat *.json | sha256sum}
 */
public record Catalogue(
        String version,
        String sha256,
        List<Compass> compasses,
        List<Ladder> ladders,
        List<Measure> measures,
        List<Programme> programmes,
        List<Tilbud> offers,
        UnitTree units,
        List<Bydel> bydele) {

    public Catalogue {
        compasses = List.copyOf(compasses);
        ladders = List.copyOf(ladders);
        measures = List.copyOf(measures);
        programmes = List.copyOf(programmes);
        offers = List.copyOf(offers);
        bydele = List.copyOf(bydele);
    }

    /** Whether a code names one of the twelve target groups. */
    public boolean hasTargetGroup(String code) {
        return compasses.stream().anyMatch(c -> c.code().equals(code));
    }

    /** One version of a compass. */
    public Optional<Compass> compass(String code, String version) {
        return compasses.stream()
                .filter(c -> c.code().equals(code) && c.version().equals(version))
                .findFirst();
    }

    /** The version of a compass in force on a date. */
    public Optional<Compass> compassOn(String code, LocalDate date) {
        return compasses.stream()
                .filter(c -> c.code().equals(code) && c.validity().holdsOn(date))
                .findFirst();
    }

    /** The ladder of a target group on a date. */
    public Optional<Ladder> ladderOn(String targetGroup, LocalDate date) {
        return ladders.stream()
                .filter(l ->
                        l.targetGroups().contains(targetGroup) && l.validity().holdsOn(date))
                .findFirst();
    }

    public Optional<Ladder> ladder(String id) {
        return ladders.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    public Optional<Measure> measure(String code) {
        return measures.stream().filter(m -> m.code().equals(code)).findFirst();
    }

    public Optional<Programme> programme(String code) {
        return programmes.stream().filter(p -> p.code().equals(code)).findFirst();
    }

    /** An offer, if it exists on the date. */
    public Optional<Tilbud> offerOn(String code, LocalDate date) {
        return offers.stream()
                .filter(o -> o.code().equals(code) && o.validity().holdsOn(date))
                .findFirst();
    }

    public Optional<Bydel> bydel(String code) {
        return bydele.stream().filter(b -> b.code().equals(code)).findFirst();
    }

    /** What no source says and the municipality has to: default steps and stand-in names. */
    public List<Undecided> undecided() {
        Stream<Undecided> names = compasses.stream()
                .flatMap(c -> c.dimensions().stream()
                        .filter(d -> isUndecided(d.status()))
                        .map(d -> new Undecided("compasses", c.code() + " " + c.version(), "" + d.no(), d.status())));
        Stream<Undecided> steps = ladders.stream()
                .flatMap(l -> l.measures().entrySet().stream()
                        .filter(m -> isUndecided(m.getValue().status()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(m -> new Undecided(
                                "ladders", l.id(), m.getKey(), m.getValue().status())));
        return Stream.concat(names, steps).toList();
    }

    private static boolean isUndecided(Status status) {
        return status == Status.DEFAULT_TO_BE_DECIDED || status == Status.PLACEHOLDER;
    }

    /**
     * An entry the municipality has to decide.
     *
     * @param catalogue which catalogue, as in the API
     * @param entry the entry's code
     * @param part the dimension's number or the measure's code
     */
    public record Undecided(String catalogue, String entry, String part, Status status) {}
}
