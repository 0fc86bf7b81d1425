package dk.effektspor.query.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Looking that an auditor should ask about; it may well have a good reason.
 *
 * @param day in Danish time
 * @param counted what was counted that day
 * @param threshold from which number on it is told
 * @param of what it is a share of, where the rule counts one
 * @param explanation the numbers in a sentence
 */
record Unusual(
        String actor,
        String role,
        @Nullable String unit,
        LocalDate day,
        Rule rule,
        long counted,
        long threshold,
        @Nullable Long of,
        String explanation) {

    /** What was unusual. */
    enum Rule {
        /** A caseworker opened many cases of others, and mostly those. */
        OUTSIDE_OWN_CASES,
        /** Was refused again and again. */
        REFUSED,
        /** Opened the cases of many citizens within an hour. */
        MANY_CITIZENS,
        /** Looked between 23 and 5. */
        AT_NIGHT
    }
}
