package dk.effektspor.query.audit.paper;

/**
 * One thing that is told with its name.
 *
 * @param path where it stands in the event, e.g. {@code terms.reason}: the name by which it can be withheld
 * @param kind whether people wrote it or chose it
 */
record Fact(String path, String label, Passage value, Kind kind) {

    /** What kind of thing is told. */
    enum Kind {
        /** Free text, or what names a person. */
        TEXT,
        /** A code, date or number. */
        CHOICE,
        /** The user name of someone employed. */
        EMPLOYEE
    }

    Fact saying(Passage other) {
        return new Fact(path, label, other, kind);
    }
}
