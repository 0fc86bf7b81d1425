package dk.effektspor.query.platform;

/** A document that says which version of its case it has applied. */
public interface VersionedView {

    /** Version of the case with the last event folded into this document. */
    long version();

    /** How many ordinary documents there is room for where this one is kept; more than one if its texts are long. */
    default int weight() {
        return 1;
    }
}
