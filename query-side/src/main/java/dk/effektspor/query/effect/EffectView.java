package dk.effektspor.query.effect;

import dk.effektspor.shared.catalogue.Text;
import java.util.List;

/**
 * One effect view as the index lists it.
 *
 * @param parameters what a question may name
 */
public record EffectView(String view, String href, Text name, Text definition, List<String> parameters) {

    static final EffectView CHANGE = of(
            "change",
            new Text("forandring på kompasset", "change on the compass"),
            new Text(
                    "borgere med en åben sag i kompassets målgruppe i perioden og borgere scoret på kompasset i perioden; hver"
                            + " tæller én gang i en række, hvor de stod ved deres seneste scoring i perioden på tværs af sager,"
                            + " ellers hvor sagen sidst var åben i perioden. n er dem, hvis forandring kendes, fordi den valgte"
                            + " bedømmer har vurderet dem mindst to gange; dækning er n ud af populationen. Forandring regnes"
                            + " inden for samme sag, kompasversion, dimension, skala og bedømmer",
                    "citizens with an open case in the compass's target group in the period, and citizens scored on the"
                            + " compass in the period; each counts once in a row, where they stood at their latest scoring in"
                            + " the period over all cases, or else where the case was last open in the period. n are those"
                            + " whose change is known, because the chosen rater has assessed them at least twice; coverage is n"
                            + " out of the population. Change is reckoned within one case, compass version, dimension, scale"
                            + " and rater"),
            List.of(
                    "by",
                    "measure",
                    "rater",
                    "compass",
                    "targetGroup",
                    "unit",
                    "tilbud",
                    "programme",
                    "quarter",
                    "from",
                    "to",
                    "validAt",
                    "knownAt"));

    static final EffectView STEPS = of(
            "steps",
            new Text("fordeling på indsatstrappen", "distribution over the Indsatstrappe"),
            new Text(
                    "borgere med åben sag på kvartalets sidste dag efter deres højeste aktive trin, eller ingen aktiv indsats;"
                            + " en indsats er aktiv fra startdagen til, men ikke på, slutdagen",
                    "citizens with an open case on the last day of the quarter by their highest active step, or no active"
                            + " intervention; an intervention is active from the day it started until, and not on, the day it"
                            + " ended"),
            List.of("from", "to", "targetGroup", "validAt", "knownAt"));

    static final EffectView STEP_MATRIX = of(
            "step-matrix",
            new Text("skift fra trin til trin", "moves from step to step"),
            new Text(
                    "besluttede skift på indsatstrappen, hvis beslutning står ved magt, efter beslutningens dato; ved"
                            + " supplering er fra-trinnet sagens placering",
                    "decided moves on the Indsatstrappe whose decision stands, by date of decision; for a supplement the"
                            + " step moved from is the case's position"),
            List.of("from", "to", "validAt", "knownAt"));

    static final EffectView BREAKDOWNS = of(
            "breakdowns",
            new Text("sammenbrud i anbringelser", "breakdowns of placements"),
            new Text(
                    "anbringelser af 0-17-årige (alder opnået i året), der har løbet i året; sammenbrud er anbringelser, der"
                            + " i året sluttede eller skiftede sted ved sammenbrud",
                    "placements of 0–17-year-olds (age reached in the year) that ran in the year; breakdowns are placements"
                            + " that ended or changed site in a breakdown in the year"),
            List.of("year", "validAt", "knownAt"));

    static final EffectView REFERENCES = of(
            "references",
            new Text("offentliggjorte referencetal", "published reference figures"),
            new Text(
                    "offentliggjorte tal med population og kilde, som egne tal kan holdes op imod",
                    "published figures with population and source, to hold one's own against"),
            List.of());

    static final List<EffectView> ALL = List.of(CHANGE, STEPS, STEP_MATRIX, BREAKDOWNS, REFERENCES);

    private static EffectView of(String view, Text name, Text definition, List<String> parameters) {
        return new EffectView(view, "/api/v1/effects/" + view, name, definition, parameters);
    }
}
