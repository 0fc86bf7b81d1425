package dk.effektspor.query.platform;

/** A document that says which version of its case it has applied. */
public interface VersionedView {

    /** Version of the case with the last event folded into this document. */
    long version();
}
