package dk.effektspor.command.forandringskompas;

/** The stable codes of the rules about readings on the Forandringskompas; each has a sentence in the message bundles. */
public final class ForandringskompasRules {

    /** The compass is not the one of the case's target group. Facts: compass, expected. */
    public static final String OTHER_COMPASS = "forandringskompas.other-compass";
    /** The compass has no such version. Facts: compass, version. */
    public static final String UNKNOWN_VERSION = "forandringskompas.unknown-version";
    /** The version is not in force on the date. Facts: compass, version, on. */
    public static final String NOT_IN_FORCE = "forandringskompas.not-in-force";
    /** The offer does not exist on the date. Facts: tilbud, on. */
    public static final String UNKNOWN_OFFER = "forandringskompas.unknown-offer";
    /** The compass has no such dimension. Facts: field, dimension. */
    public static final String UNKNOWN_DIMENSION = "forandringskompas.unknown-dimension";
    /** A dimension is given twice. Facts: field, dimension. */
    public static final String DIMENSION_TWICE = "forandringskompas.dimension-twice";
    /** A dimension of the compass is missing. Facts: field, dimension. */
    public static final String MISSING_DIMENSION = "forandringskompas.missing-dimension";
    /** A score lies outside the scale. Facts: field, score, lowest, highest. */
    public static final String SCORE_OUT_OF_RANGE = "forandringskompas.score-out-of-range";
    /** A dimension has neither a score nor a reason for having none, or both. Facts: field, dimension. */
    public static final String SCORE_OR_NOT_ASSESSED = "forandringskompas.score-or-not-assessed";
    /** The dimension has several scales and the score does not say which. Facts: field, dimension. */
    public static final String VARIANT_REQUIRED = "forandringskompas.variant-required";
    /** The dimension has no such scale variant. Facts: field, dimension, variant. */
    public static final String UNKNOWN_VARIANT = "forandringskompas.unknown-variant";
    /** This scoring was made before, with other content. Facts: scoring. */
    public static final String ALREADY_SCORED = "forandringskompas.already-scored";
    /** The case has no such scoring. Facts: scoring. */
    public static final String UNKNOWN_SCORING = "forandringskompas.unknown-scoring";
    /** The scoring is annulled. Facts: scoring. */
    public static final String SCORING_ANNULLED = "forandringskompas.scoring-annulled";

    private ForandringskompasRules() {}
}
