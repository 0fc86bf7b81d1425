package dk.effektspor.query.access;

import java.time.Instant;
import java.util.List;

/**
 * What a walk along the whole chain found.
 *
 * @param checkedAt when it ended
 * @param deletedThrough position of the last entry whose time was over, 0 when there is none
 * @param position of the last entry there is
 * @param hash of the last entry, 64 hex digits
 * @param anchors how many signed or remembered places were compared
 * @param faults the first ones
 * @param moreFaults how many beyond those
 */
record ChainReport(
        Instant checkedAt,
        long deletedThrough,
        long position,
        String hash,
        int anchors,
        List<Fault> faults,
        long moreFaults) {

    ChainReport {
        faults = List.copyOf(faults);
    }

    boolean isSound() {
        return faults.isEmpty();
    }
}
