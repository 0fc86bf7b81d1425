package dk.effektspor.command;

/** The stable codes of the rules about a case as such; each has a sentence in the message bundles. */
public final class CaseRules {

    /** The case was opened before, with other facts. */
    public static final String ALREADY_OPEN = "case.already-open";
    /** No compass belongs to this target group. Facts: targetGroup. */
    public static final String UNKNOWN_TARGET_GROUP = "case.unknown-target-group";
    /** The unit does not exist on the date. Facts: unit, on. */
    public static final String UNKNOWN_UNIT = "case.unknown-unit";
    /** The unit carries interventions out and cannot be responsible for a case. Facts: unit. */
    public static final String UNIT_NOT_AUTHORITY = "case.unit-not-authority";
    /** No bydel has this code. Facts: bydel. */
    public static final String UNKNOWN_BYDEL = "case.unknown-bydel";
    /** The caseworker is missing. */
    public static final String NO_CASEWORKER = "case.no-caseworker";
    /** A transfer goes to another unit; within the unit the case is assigned. Facts: unit. */
    public static final String SAME_UNIT = "case.same-unit";
    /** Responsibility was already given on a later date. Facts: on, since. */
    public static final String BEFORE_LATEST_RESPONSIBLE = "case.before-latest-responsible";
    /** The case is closed. Facts: closedOn. */
    public static final String CLOSED = "case.closed";
    /** The case is not closed. */
    public static final String NOT_CLOSED = "case.not-closed";
    /** An intervention is active on or after the date of closing. Facts: intervention, on. */
    public static final String INTERVENTION_ACTIVE = "case.intervention-active";
    /** The date lies before the case was last reopened. Facts: on, reopenedOn. */
    public static final String BEFORE_REOPENING = "case.before-reopening";
    /** The date lies before the case was closed. Facts: on, closedOn. */
    public static final String BEFORE_CLOSING = "case.before-closing";
    /** The date lies before the case was opened. Facts: on, openedOn. */
    public static final String BEFORE_OPENING = "case.before-opening";
    /** The date lies further ahead than a fact may be dated. Facts: on, latest. */
    public static final String TOO_FAR_AHEAD = "case.too-far-ahead";

    private CaseRules() {}
}
