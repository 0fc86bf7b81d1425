package dk.effektspor.shared.forandringskompas;

/** When in the course a scoring was made. */
public enum Occasion {
    ENTRY,
    FOLLOW_UP,
    EXIT
}
