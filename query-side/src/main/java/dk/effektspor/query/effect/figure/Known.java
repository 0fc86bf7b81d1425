package dk.effektspor.query.effect.figure;

/** What is known of one citizen in one row; each citizen of its population is exactly one of these. */
enum Known {
    CHANGE,
    NO_FOLLOW_UP,
    NOT_ASSESSED,
    /** Scored on the compass in the period, but on another version or scale. */
    OTHER_SCALE,
    NEVER_SCORED
}
