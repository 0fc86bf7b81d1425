package dk.effektspor.query.audit.paper;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an extract is made for and what is withheld in it: decided by people, since no machine knows whose secret a text is.
 *
 * @param access PARTY if absent
 * @param employeeNames whether employees are named; if absent, they are
 * @param redactions what is withheld, each with its ground
 * @param disclose what is shown although the kind of access shows nothing by itself
 */
record Insight(
        @Nullable Access access,
        @Nullable Boolean employeeNames,
        @Nullable List<Redaction> redactions,
        @Nullable List<Place> disclose) {

    /** By which right someone reads. */
    enum Access {
        /** A party of the case (FVL §9): all is shown that is not withheld. */
        PARTY,
        /** Anyone (OFL §7): all is withheld that is not disclosed. */
        PUBLIC
    }

    /**
     * One thing to withhold: a field of a registration, or some words wherever they stand.
     *
     * @param version the registration's number, with {@code field}
     * @param field its path, such as {@code text} or {@code terms.goals[0].text}; {@code sentence}; or {@code *} for all
     * @param phrase words withheld everywhere, such as a third person's name
     * @param ground the legal ground, such as {@code FVL §15 b}
     */
    record Redaction(
            @Nullable Long version,
            @Nullable String field,
            @Nullable String phrase,
            String ground) {}

    /** A field of a registration, as in {@link Redaction}. */
    record Place(long version, String field) {}

    /** A law's short name and the paragraph or article; nothing that could hold a name. */
    static final Pattern GROUND = Pattern.compile("(FVL|OFL|DBL|GDPR) ?(§§?|art\\.) ?\\d{1,3}( ?[a-z])?"
            + "(,? ?(stk|nr|litra)\\.? ?[0-9a-z]{1,2}\\.?){0,3}");

    static Insight withoutRedactions(@Nullable Access access, @Nullable Boolean employeeNames) {
        return new Insight(access, employeeNames, List.of(), List.of());
    }

    Access by() {
        return access == null ? Access.PARTY : access;
    }

    boolean namesEmployees() {
        return employeeNames == null || employeeNames;
    }

    List<Redaction> withheld() {
        return Objects.requireNonNullElse(redactions, List.of());
    }

    List<Place> disclosed() {
        return Objects.requireNonNullElse(disclose, List.of());
    }
}
