package dk.effektspor.query.access;

/**
 * A place in the chain.
 *
 * @param position of the entry; 0 before the first
 * @param hash the entry's, 64 hex digits
 */
record Link(long position, String hash) {

    static final Link BEFORE_THE_FIRST = new Link(0, "0".repeat(64));
}
