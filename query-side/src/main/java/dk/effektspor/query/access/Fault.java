package dk.effektspor.query.access;

/**
 * Something in the log that cannot have come about by writing looks down.
 *
 * @param position of the entry that shows it
 * @param last of the entries concerned; the same for one
 */
record Fault(Kind kind, long position, long last) {

    /** What must have been done. */
    enum Kind {
        /** The entry, or the one before it, is not as it was written; also when one was pushed in between. */
        CHANGED,
        /** Entries are gone from the middle. */
        MISSING,
        /** The log ends before a place that was written: its tail was cut off. */
        CUT,
        /** The entry is another than the one a signed checkpoint names: all from somewhere before was written anew. */
        REWRITTEN,
        /** The beginning is gone without a recorded deletion. */
        BEGINNING_GONE
    }

    Fault(Kind kind, long position) {
        this(kind, position, position);
    }
}
