package dk.effektspor.demo;

import static dk.effektspor.demo.Casework.data;

import dk.effektspor.shared.catalogue.Bydel;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is responsible for the case, where the citizen lives, and what the office does while the case is open. */
final class Office {

    private static final int CASEWORKERS = 6;

    /** The unit of each bydel since 2015; which units merged then is the catalogue's default. */
    private static final Map<String, String> UNITS = Map.of(
            "AMAGER", "BBU-AMAGER",
            "AMAGER-SYD", "BBU-AMAGER",
            "BISPEBJERG", "BBU-BISPEBJERG",
            "BROENSHOEJ-HUSUM-VANLOESE", "BBU-BROENSHOEJ-VANLOESE",
            "NOERREBRO", "BBU-NOERREBRO",
            "VALBY", "BBU-VESTERBRO-VALBY",
            "VESTERBRO", "BBU-VESTERBRO-VALBY",
            "OESTERBRO", "BBU-OESTERBRO");

    private static final LocalDate MERGED = LocalDate.of(2015, 1, 1);

    private final Catalogue catalogue;
    private final Group group;
    private final Citizen citizen;
    private final Story story;
    private final Dice dice;
    private String bydel;
    private String unit = "";
    private String caseworker = "";

    Office(Catalogue catalogue, Group group, Citizen citizen, Story story, Dice dice) {
        this.catalogue = catalogue;
        this.group = group;
        this.citizen = citizen;
        this.story = story;
        this.dice = dice;
        this.bydel = dice.pick(catalogue.bydele()).code();
    }

    void open(LocalDate on) {
        unit = unit(on);
        caseworker = anyone();
        Map<String, Object> data = data("cpr", citizen.cpr());
        data.put("name", citizen.name());
        data.put("address", People.address(dice));
        data.put("bydel", bydel);
        data.put("targetGroup", group.code());
        data.put("unit", unit);
        data.put("caseworker", caseworker);
        story.happens("open-case", on, data);
    }

    private String unit(LocalDate on) {
        if (!group.authorities().isEmpty()) {
            return dice.pick(group.authorities());
        }
        String code = on.isBefore(MERGED) ? "BBU-" + bydel.replace("-HUSUM", "") : UNITS.getOrDefault(bydel, "");
        return catalogue.units().on(code, on).map(Unit::code).orElseThrow();
    }

    private String anyone() {
        return unit.toLowerCase(Locale.ROOT) + "-" + dice.between(1, CASEWORKERS);
    }

    /** Now and then the citizen moves, and with the bydel the responsible unit; or somebody else takes over. */
    void maybeMoves(LocalDate on) {
        if (dice.chance(0.04)) {
            Map<String, Object> data = data("name", citizen.name());
            data.put("address", People.address(dice));
            List<Bydel> bydele = catalogue.bydele();
            bydel = dice.pick(bydele).code();
            data.put("bydel", bydel);
            data.put("reason", "Flyttet");
            story.happens("update-person", on, data);
            transfer(on.plusDays(dice.between(0, 3)));
        } else if (dice.chance(0.07)) {
            String other = anyone();
            if (!other.equals(caseworker)) {
                caseworker = other;
                story.happens("assign", on, data("caseworker", caseworker));
            }
        }
    }

    private void transfer(LocalDate on) {
        String next = unit(on);
        if (!next.equals(unit)) {
            unit = next;
            caseworker = anyone();
            Map<String, Object> data = data("unit", unit);
            data.put("caseworker", caseworker);
            data.put("reason", "Borgeren er flyttet til en anden bydel");
            story.happens("transfer", on, data);
        }
    }

    /** Network meetings every 8 weeks while a child has support (S001 p. 16), and notes all along. */
    void meetAndNote(LocalDate from, LocalDate closes, @Nullable LocalDate supported) {
        LocalDate last = closes.isBefore(story.until()) ? closes : story.until();
        if (supported != null) {
            LocalDate first = supported.isBefore(from) ? from : supported;
            for (LocalDate on = dice.daysAfter(first, 14, 56); on.isBefore(last); on = dice.daysAfter(on, 52, 60)) {
                Map<String, Object> data = data("citizenPresent", dice.chance(citizen.ageOn(on) < 6 ? 0.3 : 0.8));
                if (dice.chance(0.5)) {
                    data.put("summary", "Planen gennemgået og justeret med familie og netværk");
                }
                story.happens("hold-network-meeting", on, data).late(0.04);
            }
        }
        for (LocalDate on = dice.daysAfter(from, 1, 30);
                on.isBefore(last);
                on = on.plusDays(1 + Math.round(dice.waiting(25)))) {
            story.happens("add-note", on, data("text", Words.note(dice))).late(0.05);
        }
    }
}
