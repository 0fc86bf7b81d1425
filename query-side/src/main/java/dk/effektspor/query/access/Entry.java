package dk.effektspor.query.access;

import java.time.Instant;

/**
 * A look in its place in the log.
 *
 * @param position dense from 1
 * @param seenAt when it was written down, in milliseconds
 * @param hash of this entry and the hash before it, 64 hex digits
 */
record Entry(long position, Instant seenAt, Look look, String hash) {

    /** The next entry after a place in the chain. */
    static Entry after(Link before, Instant seenAt, Look look) {
        long position = before.position() + 1;
        return new Entry(
                position, seenAt, look, EntryForm.hash(before.hash(), EntryForm.bytes(position, seenAt, look)));
    }

    Link link() {
        return new Link(position, hash);
    }

    /** Whether its hash is the one that follows from the hash before it. */
    boolean follows(String hashBefore) {
        return EntryForm.hash(hashBefore, EntryForm.bytes(position, seenAt, look))
                .equals(hash);
    }
}
