package dk.effektspor.query.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look at people's data, told once its outcome is known.
 *
 * @param who who looked
 * @param operation stable name of what was asked for
 * @param request method and path template, nothing filled in
 * @param purpose code of the purpose; absent when none was given
 * @param status HTTP status of the answer
 * @param others how many of the cases have another caseworker than the actor
 * @param cases cases asked for or shown
 * @param citizens citizens asked for or shown
 */
record Look(
        Who who,
        String operation,
        String request,
        @Nullable String purpose,
        int status,
        int others,
        List<UUID> cases,
        List<UUID> citizens) {

    Look {
        cases = List.copyOf(cases);
        citizens = List.copyOf(citizens);
    }

    /**
     * Someone at a client.
     *
     * @param actor user name, or the system's own
     * @param role name of the role, {@code NONE} without
     * @param unit code of the home unit
     */
    record Who(String actor, String role, @Nullable String unit, String client, String correlation) {}
}
