package dk.effektspor.query.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as an auditor reads it.
 *
 * @param cases cases that were looked at; of a look at several citizens only the one asked about
 * @param citizens citizens that were looked at; of several only the one asked about
 * @param caseCount how many cases there are in all
 * @param citizenCount how many citizens there are in all
 * @param hash 64 hex digits, over this entry and the hash before it
 */
record AccessLine(
        long position,
        Instant at,
        String actor,
        String role,
        @Nullable String unit,
        String client,
        String correlation,
        String operation,
        String request,
        @Nullable String purpose,
        int status,
        List<UUID> cases,
        List<UUID> citizens,
        int caseCount,
        int citizenCount,
        String hash) {

    static AccessLine of(Entry entry, AccessSearch.Wanted wanted) {
        Look look = entry.look();
        Look.Who who = look.who();
        boolean ofOne = look.citizens().size() <= 1;
        boolean asked = wanted.citizenId() != null || wanted.caseId() != null;
        return new AccessLine(
                entry.position(),
                entry.seenAt(),
                who.actor(),
                who.role(),
                who.unit(),
                who.client(),
                who.correlation(),
                look.operation(),
                look.request(),
                look.purpose(),
                look.status(),
                ofOne || !asked ? look.cases() : only(wanted.caseId()),
                ofOne || !asked ? look.citizens() : only(wanted.citizenId()),
                look.cases().size(),
                look.citizens().size(),
                entry.hash());
    }

    private static List<UUID> only(@Nullable UUID asked) {
        return asked == null ? List.of() : List.of(asked);
    }
}
