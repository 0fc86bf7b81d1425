package dk.effektspor.shared.forandringskompas;

/** Who scored. The employee's judgement decides; the others stand beside it, never merged (seed 000). */
public enum Rater {
    EMPLOYEE,
    CITIZEN,
    SECOND_RATER
}
