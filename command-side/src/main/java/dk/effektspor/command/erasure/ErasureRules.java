package dk.effektspor.command.erasure;

/** The stable codes of the rules about forgetting a citizen; each has a sentence in the message bundles. */
public final class ErasureRules {

    /** A legal hold stands. Facts: holds, ground and since of the oldest. */
    public static final String LEGAL_HOLD = "citizen.legal-hold";
    /** Whoever asked for it cannot approve it. Facts: requestedBy. */
    public static final String SAME_PERSON = "citizen.same-person";
    /** Another request is open, or this one has other content. Facts: request. */
    public static final String ALREADY_REQUESTED = "citizen.already-requested";
    /** There is no such request. Facts: request. */
    public static final String UNKNOWN_REQUEST = "citizen.unknown-request";
    /** The request was approved or rejected. Facts: request, outcome. */
    public static final String REQUEST_SETTLED = "citizen.request-settled";
    /** The erasure is approved or done. Facts: since. */
    public static final String ERASED = "citizen.erased";
    /** There is no such hold. Facts: hold. */
    public static final String UNKNOWN_HOLD = "citizen.unknown-hold";
    /** The hold exists with another ground. Facts: hold. */
    public static final String HOLD_DIFFERS = "citizen.hold-differs";
    /** A hold that an auditor placed is lifted by an auditor. Facts: hold. */
    public static final String AUDITORS_HOLD = "citizen.auditors-hold";

    private ErasureRules() {}
}
