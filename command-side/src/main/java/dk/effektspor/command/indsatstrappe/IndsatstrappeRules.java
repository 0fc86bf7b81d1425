package dk.effektspor.command.indsatstrappe;

/** The stable codes of the rules about interventions and moves; each has a sentence in the message bundles. */
public final class IndsatstrappeRules {

    // What is decided.

    /** No measure has this code. Facts: measure. */
    public static final String UNKNOWN_MEASURE = "indsatstrappe.unknown-measure";
    /** The measure could not be decided under this paragraph on the date. Facts: measure, law, paragraph, on. */
    public static final String BASIS_NOT_ALLOWED = "indsatstrappe.basis-not-allowed";
    /** The target group has no ladder on the date. Facts: targetGroup, on. */
    public static final String NO_LADDER = "indsatstrappe.no-ladder";
    /** The decision names another ladder than the one in force. Facts: ladder, expected. */
    public static final String OTHER_LADDER = "indsatstrappe.other-ladder";
    /** The ladder has no such step. Facts: ladder, step. */
    public static final String UNKNOWN_STEP = "indsatstrappe.unknown-step";
    /** The measure has no place on the ladder. Facts: measure, ladder. */
    public static final String MEASURE_NOT_ON_LADDER = "indsatstrappe.measure-not-on-ladder";
    /** The measure stands on another step, and that is not left open. Facts: measure, step, expected. */
    public static final String STEP_MISMATCH = "indsatstrappe.step-mismatch";
    /** The offer does not exist on the date. Facts: tilbud, on. */
    public static final String UNKNOWN_OFFER = "indsatstrappe.unknown-offer";
    /** The offer does not carry the measure out. Facts: tilbud, measure. */
    public static final String OFFER_OTHER_MEASURE = "indsatstrappe.offer-other-measure";
    /** No programme has this code. Facts: programme. */
    public static final String UNKNOWN_PROGRAMME = "indsatstrappe.unknown-programme";
    /** The citizen is outside the programme's target ages and no reason is given. Facts: programme, age. */
    public static final String OUTSIDE_TARGET_AGES = "indsatstrappe.outside-target-ages";
    /** A placement needs consent or a decision. Facts: measure. */
    public static final String PLACEMENT_WITHOUT_BASIS = "indsatstrappe.placement-without-basis";
    /** Consent or decision was given only after the start. Facts: givenOn, start. */
    public static final String BASIS_AFTER_START = "indsatstrappe.basis-after-start";
    /** The start lies before the decision. Facts: start, decidedOn. */
    public static final String START_BEFORE_DECISION = "indsatstrappe.start-before-decision";
    /** The planned end does not lie after the start. Facts: plannedEnd, start. */
    public static final String PLANNED_END_BEFORE_START = "indsatstrappe.planned-end-before-start";
    /** This decision was taken before, with other content. Facts: intervention. */
    public static final String ALREADY_DECIDED = "indsatstrappe.already-decided";

    // Moves.

    /** A step-up leads to a higher step. Facts: fromStep, toStep. */
    public static final String NOT_A_STEP_UP = "indsatstrappe.not-a-step-up";
    /** A step-down leads to a lower step. Facts: fromStep, toStep. */
    public static final String NOT_A_STEP_DOWN = "indsatstrappe.not-a-step-down";
    /** A lateral move stays on the step. Facts: fromStep, toStep. */
    public static final String NOT_LATERAL = "indsatstrappe.not-lateral";
    /** A supplement stands at or under the case's position. Facts: position, toStep. */
    public static final String ABOVE_POSITION = "indsatstrappe.above-position";
    /** The intervention moved from is not active on the date. Facts: intervention, on. */
    public static final String NOT_ACTIVE = "indsatstrappe.not-active";
    /** Only what has ended can be resumed. Facts: intervention, on. */
    public static final String NOT_ENDED = "indsatstrappe.not-ended";
    /** The case has no such scoring standing. Facts: scoring. */
    public static final String UNKNOWN_SCORING = "indsatstrappe.unknown-scoring";

    // The intervention's life.

    /** The case has no such intervention. Facts: intervention. */
    public static final String UNKNOWN_INTERVENTION = "indsatstrappe.unknown-intervention";
    /** The decision is annulled. Facts: intervention. */
    public static final String ANNULLED = "indsatstrappe.annulled";
    /** The intervention has ended. Facts: intervention, endedOn. */
    public static final String ENDED = "indsatstrappe.ended";
    /** The intervention ended before, on another date or for other reasons. Facts: intervention, endedOn. */
    public static final String ALREADY_ENDED = "indsatstrappe.already-ended";
    /** The intervention started before, on another date. Facts: intervention, startedOn. */
    public static final String ALREADY_STARTED = "indsatstrappe.already-started";
    /** The intervention has not started. Facts: intervention. */
    public static final String NOT_STARTED = "indsatstrappe.not-started";
    /** There is no planned end. Facts: intervention. */
    public static final String NO_PLANNED_END = "indsatstrappe.no-planned-end";
    /** There is no exit plan. Facts: intervention. */
    public static final String NO_EXIT_PLAN = "indsatstrappe.no-exit-plan";
    /** An extension leads to a later planned end. Facts: plannedEnd, current. */
    public static final String NOT_AN_EXTENSION = "indsatstrappe.not-an-extension";
    /** The date lies before the decision. Facts: on, decidedOn. */
    public static final String BEFORE_DECISION = "indsatstrappe.before-decision";
    /** The date lies before the start. Facts: on, startedOn. */
    public static final String BEFORE_START = "indsatstrappe.before-start";
    /** The end lies before the start. Facts: end, startedOn. */
    public static final String END_BEFORE_START = "indsatstrappe.end-before-start";
    /** The date lies before the latest change of site. Facts: on, siteChangedOn. */
    public static final String BEFORE_SITE_CHANGE = "indsatstrappe.before-site-change";
    /** Only a placement has a site and can break down. Facts: measure. */
    public static final String NOT_A_PLACEMENT = "indsatstrappe.not-a-placement";
    /** An end has at least one reason. */
    public static final String NO_END_REASON = "indsatstrappe.no-end-reason";

    private IndsatstrappeRules() {}
}
