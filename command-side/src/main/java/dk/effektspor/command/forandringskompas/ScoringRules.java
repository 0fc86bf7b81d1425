package dk.effektspor.command.forandringskompas;

import static dk.effektspor.command.RuleViolation.refuseWhen;

import dk.effektspor.command.RuleViolation;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Compass;
import dk.effektspor.shared.catalogue.Compass.Dimension;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.Scoring;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a scoring fits the compass it says it was made on. */
final class ScoringRules {

    private ScoringRules() {}

    static void check(Scoring scoring, String targetGroup, LocalDate on, Catalogue catalogue) {
        Compass compass = compass(scoring, targetGroup, on, catalogue);
        String tilbud = scoring.tilbud();
        if (tilbud != null && catalogue.offerOn(tilbud, on).isEmpty()) {
            throw RuleViolation.of(ForandringskompasRules.UNKNOWN_OFFER, "tilbud", tilbud, "on", on);
        }
        Set<Integer> seen = new HashSet<>();
        List<DimensionScore> scores = scoring.scores();
        for (int i = 0; i < scores.size(); i++) {
            String field = "scores[" + i + "]";
            DimensionScore score = scores.get(i);
            int no = score.dimension();
            Dimension dimension = compass.dimension(no)
                    .orElseThrow(() -> RuleViolation.of(
                            ForandringskompasRules.UNKNOWN_DIMENSION, "field", field + ".dimension", "dimension", no));
            refuseWhen(
                    !seen.add(no),
                    ForandringskompasRules.DIMENSION_TWICE,
                    "field",
                    field + ".dimension",
                    "dimension",
                    no);
            checkScore(score, field);
            checkVariant(score, dimension, field);
        }
        for (Dimension dimension : compass.dimensions()) {
            refuseWhen(
                    !seen.contains(dimension.no()),
                    ForandringskompasRules.MISSING_DIMENSION,
                    "field",
                    "scores",
                    "dimension",
                    dimension.no());
        }
    }

    private static Compass compass(Scoring scoring, String targetGroup, LocalDate on, Catalogue catalogue) {
        String code = scoring.compass();
        String version = scoring.compassVersion();
        refuseWhen(
                !code.equals(targetGroup),
                ForandringskompasRules.OTHER_COMPASS,
                "compass",
                code,
                "expected",
                targetGroup);
        Compass compass = catalogue
                .compass(code, version)
                .orElseThrow(() ->
                        RuleViolation.of(ForandringskompasRules.UNKNOWN_VERSION, "compass", code, "version", version));
        refuseWhen(
                !compass.validity().holdsOn(on),
                ForandringskompasRules.NOT_IN_FORCE,
                "compass",
                code,
                "version",
                version,
                "on",
                on);
        return compass;
    }

    private static void checkScore(DimensionScore score, String field) {
        Integer value = score.score();
        if ((value == null) == (score.notAssessed() == null)) {
            throw RuleViolation.of(
                    ForandringskompasRules.SCORE_OR_NOT_ASSESSED,
                    "field",
                    field + ".score",
                    "dimension",
                    score.dimension());
        }
        if (value != null && (value < Compass.LOWEST || value > Compass.HIGHEST)) {
            throw RuleViolation.of(
                    ForandringskompasRules.SCORE_OUT_OF_RANGE,
                    "field",
                    field + ".score",
                    "score",
                    value,
                    "lowest",
                    Compass.LOWEST,
                    "highest",
                    Compass.HIGHEST);
        }
    }

    private static void checkVariant(DimensionScore score, Dimension dimension, String field) {
        String variant = score.variant();
        if (variant == null) {
            // What was not assessed was not assessed on any scale.
            refuseWhen(
                    score.score() != null && !dimension.variants().isEmpty(),
                    ForandringskompasRules.VARIANT_REQUIRED,
                    "field",
                    field + ".variant",
                    "dimension",
                    dimension.no());
        } else {
            refuseWhen(
                    !dimension.variants().contains(variant),
                    ForandringskompasRules.UNKNOWN_VARIANT,
                    "field",
                    field + ".variant",
                    "dimension",
                    dimension.no(),
                    "variant",
                    variant);
        }
    }
}
