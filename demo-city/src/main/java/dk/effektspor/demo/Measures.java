package dk.effektspor.demo;

import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Ladder;
import dk.effektspor.shared.catalogue.Measure;
import dk.effektspor.shared.catalogue.Programme;
import dk.effektspor.shared.catalogue.Tilbud;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which measure, offer and programme a citizen may get, and how often they get which. */
final class Measures {

    /** Copenhagen: share of the placed who are in family or network care (S001 p. 6). */
    static final double FOSTER_UNDER_12 = 0.64;

    static final double FOSTER_OVER_12 = 0.26;

    /** Copenhagen, end of 2012: network families among the foster families (W19). */
    static final double NETWORK_OF_FOSTER = 0.26;

    /** Foster care grew by 4.7 points a year from 2012 to 2014 (W17); later years are known for the country only. */
    private static final double FOSTER_GROWTH = 0.01;

    private static final Map<String, List<String>> PROGRAMMES = Map.of(
            "FAMILIEBEHANDLING", List.of("DUAA", "PMTO", "FFT", "MST"),
            "KONTAKTPERSON", List.of("ART"),
            "DAGTILBUD", List.of("PALS"),
            "PLEJE-SPEC", List.of("MTFC"),
            "BUHJEM-DOEGN", List.of("MULTIFUNC", "ART"),
            "BOSTOETTE", List.of("CTI", "IMR"),
            "BOSTOETTE-INTENSIV", List.of("ACT"),
            "BESKYTTET-BESKAEFTIGELSE", List.of("IPS"));

    /** Change in half a year that comes with a programme: invented, so that there is something to find. */
    private static final Map<String, Double> EFFECTS = Map.ofEntries(
            Map.entry("DUAA", 0.22),
            Map.entry("PMTO", 0.25),
            Map.entry("FFT", 0.20),
            Map.entry("MST", 0.28),
            Map.entry("MTFC", 0.15),
            Map.entry("MULTIFUNC", 0.08),
            Map.entry("ART", 0.10),
            Map.entry("PALS", 0.10),
            Map.entry("CTI", 0.25),
            Map.entry("ACT", 0.20),
            Map.entry("IPS", 0.15),
            Map.entry("IMR", 0.12));

    private final Catalogue catalogue;
    private final LocalDate middle;

    Measures(Catalogue catalogue, CityPlan plan) {
        this.catalogue = catalogue;
        this.middle = plan.from().plusMonths(6L * plan.years());
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Measure measure(String code) {
        return catalogue.measure(code).orElseThrow();
    }

    int step(String group, String measure, LocalDate on) {
        Ladder.Place place = ladder(group, on).measures().get(measure);
        if (place == null) {
            throw new IllegalStateException(measure + " has no step for " + group);
        }
        return place.step();
    }

    int steps(String group, LocalDate on) {
        return ladder(group, on).steps().size();
    }

    private Ladder ladder(String group, LocalDate on) {
        return catalogue.ladderOn(group, on).orElseThrow();
    }

    LegalBasis basis(String measure, LocalDate on) {
        return measure(measure).bases().stream()
                .filter(b -> b.validity().holdsOn(on))
                .findFirst()
                .orElseThrow()
                .basis();
    }

    /** A placement by the published shares. */
    String placement(int age, LocalDate on, Dice dice) {
        double years = middle.until(on).toTotalMonths() / 12.0;
        double foster = (age < 12 ? FOSTER_UNDER_12 + 0.04 : FOSTER_OVER_12 - 0.05) + FOSTER_GROWTH * years;
        if (dice.chance(foster)) {
            return dice.chance(NETWORK_OF_FOSTER)
                    ? "NETVAERK"
                    : dice.weighted(weights("PLEJE-ALMEN", 0.55, "PLEJE-FORST", 0.27, "PLEJE-SPEC", 0.18));
        }
        if (age < 14) {
            return dice.weighted(weights("BUHJEM-DOEGN", 0.56, "BUHJEM-OPHOLD", 0.44));
        }
        Map<String, Double> own = weights("BUHJEM-DOEGN", 0.39, "BUHJEM-OPHOLD", 0.44, "EFTERSKOLE", 0.06);
        own.put("BUHJEM-SIKRET", 0.01);
        if (age >= 15) {
            own.put("EGET-VAERELSE", 0.13);
        }
        return dice.weighted(own);
    }

    /** A child's measure at home on one of the three lower steps. */
    String atHome(int step, int age, Dice dice) {
        if (age >= 18) {
            return step == 1 ? "RAADGIVNING" : "UNGESTOETTE";
        }
        if (step == 1) {
            return dice.weighted(weights("RAADGIVNING", 0.45, "TIDLIG", 0.55));
        }
        if (step == 3) {
            return "SIKKERHEDSPLAN";
        }
        Map<String, Double> usual = weights("FAMILIEBEHANDLING", 0.36, "HJEM", 0.22, "STOETTEOPHOLD", 0.12);
        usual.put("ANDEN", 0.04);
        if (age < 10) {
            usual.put("DAGTILBUD", 0.12);
            usual.put("FAMILIEANBRINGELSE", 0.03);
        } else {
            usual.put("KONTAKTPERSON", 0.24);
        }
        if (age >= 15) {
            usual.put("PRAKTIK", 0.04);
        }
        return dice.weighted(usual);
    }

    /** An adult's measure on a step, by preference one that an offer of the group's own centre carries out. */
    String forAdults(Group group, int step, LocalDate on, Dice dice) {
        List<String> all = ladder(group.code(), on).measures().entrySet().stream()
                .filter(m -> m.getValue().step() == step)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Set<String> own = catalogue.units().within(group.centre(), on);
        List<String> near = all.stream()
                .filter(m -> catalogue.offers().stream()
                        .anyMatch(o -> own.contains(o.unit()) && o.measures().contains(m)))
                .toList();
        return dice.pick(near.isEmpty() ? all : near);
    }

    /** An offer that carries the measure out, other than the one given if there is another. */
    String offer(Group group, String measure, @Nullable String otherThan, LocalDate on, Dice dice) {
        List<Tilbud> able = catalogue.offers().stream()
                .filter(o -> o.measures().contains(measure) && o.validity().holdsOn(on))
                .filter(o -> !o.code().equals(otherThan))
                .toList();
        Set<String> own = catalogue.units().within(group.centre(), on);
        List<Tilbud> near = able.stream().filter(o -> own.contains(o.unit())).toList();
        List<Tilbud> from = near.isEmpty() ? able : near;
        return from.isEmpty() && otherThan != null ? otherThan : dice.pick(from).code();
    }

    /** A programme that goes with the measure; sometimes one whose ages the citizen is outside of. */
    @Nullable
    Programme programme(String group, String measure, int age, Dice dice) {
        List<Programme> fit = PROGRAMMES.getOrDefault(measure, List.of()).stream()
                .map(code -> catalogue.programme(code).orElseThrow())
                .filter(p -> !p.code().equals("IMR") || group.equals("SOCPSYK"))
                .toList();
        boolean outside = dice.chance(0.02);
        List<Programme> open = fit.stream().filter(p -> outside || p.isFor(age)).toList();
        return open.isEmpty() || !dice.chance(measure.equals("FAMILIEBEHANDLING") ? 0.6 : 0.3) ? null : dice.pick(open);
    }

    static double effect(@Nullable String programme) {
        return programme == null ? 0 : EFFECTS.getOrDefault(programme, 0.0);
    }

    private static Map<String, Double> weights(String a, double wa, String b, double wb) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put(a, wa);
        weights.put(b, wb);
        return weights;
    }

    private static Map<String, Double> weights(String a, double wa, String b, double wb, String c, double wc) {
        Map<String, Double> weights = weights(a, wa, b, wb);
        weights.put(c, wc);
        return weights;
    }
}
