package dk.effektspor.shared.indsatstrappe;

/** Why an intervention ended; several may hold at once. The breakdown reasons are those of W24 (child, site, both). */
public enum EndReason {
    GOALS_REACHED,
    PLANNED_END,
    REPLACED_BY_MOVE,
    CITIZEN_LEFT,
    SITE_GAVE_UP,
    CONSENT_WITHDRAWN,
    NEED_CHANGED,
    MOVED_TO_OTHER_MUNICIPALITY,
    AGE_LIMIT,
    DEATH,
    OTHER
}
