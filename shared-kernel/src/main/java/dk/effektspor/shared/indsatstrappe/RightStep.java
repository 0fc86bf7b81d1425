package dk.effektspor.shared.indsatstrappe;

/** The professional judgement whether the step fits the need ("start på det rigtige trin", seed 001 p. 8). */
public enum RightStep {
    RIGHT,
    LOWER_THAN_NEEDED,
    HIGHER_THAN_NEEDED,
    NOT_ASSESSED
}
