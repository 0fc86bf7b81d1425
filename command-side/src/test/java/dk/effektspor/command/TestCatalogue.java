package dk.effektspor.command;

import dk.effektspor.shared.catalogue.Bydel;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Compass;
import dk.effektspor.shared.catalogue.Compass.Dimension;
import dk.effektspor.shared.catalogue.Ladder;
import dk.effektspor.shared.catalogue.Ladder.Place;
import dk.effektspor.shared.catalogue.Measure;
import dk.effektspor.shared.catalogue.Measure.DatedBasis;
import dk.effektspor.shared.catalogue.Programme;
import dk.effektspor.shared.catalogue.Status;
import dk.effektspor.shared.catalogue.Text;
import dk.effektspor.shared.catalogue.Tilbud;
import dk.effektspor.shared.catalogue.Unit;
import dk.effektspor.shared.catalogue.UnitTree;
import dk.effektspor.shared.catalogue.Validity;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A small catalogue that has one of each thing the rules ask about. */
public final class TestCatalogue {

    public static final String YOUTH = "udsatte-13-23";
    public static final String ABUSE = "misbrug";
    public static final String LADDER = "ladder-1";

    public static final String ADVICE = "raadgivning";
    public static final String CONTACT_PERSON = "kontaktperson";
    public static final String FAMILY_TREATMENT = "familiebehandling";
    /** Where it stands on the ladder is for the municipality to decide. */
    public static final String OWN_ROOM = "eget-vaerelse";

    public static final String FOSTER_FAMILY = "plejefamilie";
    public static final String INSTITUTION = "doegninstitution";
    public static final String NOT_ON_LADDER = "misbrugsbehandling";

    private static final String SOURCE = "test";
    private static final LocalDate LAST_DAY_OF_SEL = LocalDate.of(2023, 12, 31);
    private static final Validity UNTIL_2020 = new Validity(null, LocalDate.of(2020, 12, 31));

    private TestCatalogue() {}

    /** The catalogue. */
    public static Catalogue catalogue() {
        return new Catalogue(
                "test-1",
                "0".repeat(64),
                List.of(
                        compass(YOUTH, "1", UNTIL_2020, List.of()),
                        compass(YOUTH, "2", new Validity(LocalDate.of(2021, 1, 1), null), List.of()),
                        compass(ABUSE, "1", Validity.ALWAYS, List.of("med", "uden"))),
                List.of(ladder()),
                List.of(
                        measure(ADVICE, false),
                        measure(CONTACT_PERSON, false),
                        measure(FAMILY_TREATMENT, false),
                        measure(OWN_ROOM, true),
                        measure(FOSTER_FAMILY, true),
                        measure(INSTITUTION, true),
                        measure(NOT_ON_LADDER, false)),
                List.of(new Programme("mst", text("MST"), 12, 17, true, SOURCE)),
                List.of(
                        tilbud("familiehuset", FAMILY_TREATMENT, Validity.ALWAYS),
                        tilbud("familien-a", FOSTER_FAMILY, Validity.ALWAYS),
                        tilbud("familien-b", FOSTER_FAMILY, Validity.ALWAYS),
                        tilbud("familien-nedlagt", FOSTER_FAMILY, new Validity(null, LocalDate.of(2012, 12, 31)))),
                new UnitTree(List.of(
                        new Unit("myndighed-1", text("Enhed 1"), null, true, Validity.ALWAYS),
                        new Unit("myndighed-2", text("Enhed 2"), null, true, Validity.ALWAYS),
                        new Unit(
                                "myndighed-3",
                                text("Enhed 3"),
                                null,
                                true,
                                new Validity(LocalDate.of(2021, 1, 1), null)),
                        new Unit("center-1", text("Center 1"), null, false, Validity.ALWAYS))),
                List.of(new Bydel("noerrebro", text("Nørrebro"), SOURCE)));
    }

    /** The paragraph of a measure under a law. */
    public static LegalBasis basis(String measure, Law law) {
        return new LegalBasis(law, "§ " + measure);
    }

    private static Compass compass(String code, String version, Validity validity, List<String> variants) {
        return new Compass(
                code,
                version,
                text(code),
                null,
                null,
                validity,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(no -> new Dimension(
                                no, text("Dimension " + no), Status.PLACEHOLDER, no == 2 ? variants : List.of()))
                        .toList(),
                SOURCE);
    }

    private static Ladder ladder() {
        return new Ladder(
                LADDER,
                text("Indsatstrappen"),
                List.of(YOUTH),
                Validity.ALWAYS,
                IntStream.rangeClosed(1, 6)
                        .mapToObj(step -> new Ladder.Step(step, text("Trin " + step)))
                        .toList(),
                Map.of(
                        ADVICE, new Place(1, Status.SOURCED),
                        CONTACT_PERSON, new Place(2, Status.INFERENCE),
                        FAMILY_TREATMENT, new Place(2, Status.SOURCED),
                        OWN_ROOM, new Place(5, Status.DEFAULT_TO_BE_DECIDED),
                        FOSTER_FAMILY, new Place(5, Status.SOURCED),
                        INSTITUTION, new Place(6, Status.SOURCED)),
                SOURCE);
    }

    private static Measure measure(String code, boolean placement) {
        return new Measure(
                code,
                text(code),
                placement,
                List.of(
                        new DatedBasis(basis(code, Law.SEL), new Validity(null, LAST_DAY_OF_SEL)),
                        new DatedBasis(basis(code, Law.BL), new Validity(LAST_DAY_OF_SEL.plusDays(1), null))),
                SOURCE);
    }

    private static Tilbud tilbud(String code, String measure, Validity validity) {
        return new Tilbud(code, text(code), "center-1", List.of(measure), validity);
    }

    private static Text text(String name) {
        return new Text(name, name);
    }
}
