package dk.effektspor.shared.catalogue;

/** How sure we are of an entry. */
public enum Status {
    /** Stated in a source. */
    SOURCED,
    /** Derived from sources by us. */
    INFERENCE,
    /** A default of ours that the municipality must decide. */
    DEFAULT_TO_BE_DECIDED,
    /** A neutral stand-in for a name that is not public. */
    PLACEHOLDER
}
