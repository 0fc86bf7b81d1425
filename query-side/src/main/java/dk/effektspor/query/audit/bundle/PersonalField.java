package dk.effektspor.query.audit.bundle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of sealed fields that whoever makes a bundle chooses among. */
public enum PersonalField {
    CPR,
    NAME,
    ADDRESS,
    /** Notes and minutes of network meetings. */
    NOTES,
    /** Reasons, explanations and why a programme is used outside its ages. */
    REASONS,
    /** Goals and exit plans. */
    PLANS,
    /** What was written beside a compass score. */
    COMMENTS,
    /** Whatever a later release seals under a name that is not known here. */
    OTHER;

    private static final String ALL = "all";
    private static final String PERSON = "person";

    private static final Map<String, PersonalField> BY_PROPERTY = Map.ofEntries(
            Map.entry("cpr", CPR),
            Map.entry("name", NAME),
            Map.entry("address", ADDRESS),
            Map.entry("summary", NOTES),
            Map.entry("reason", REASONS),
            Map.entry("explanation", REASONS),
            Map.entry("ageOverride", REASONS),
            Map.entry("exitPlan", PLANS),
            Map.entry("comment", COMMENTS));

    /** A word that stands for no class. */
    public static final class Unknown extends IllegalArgumentException {
        Unknown(String word) {
            super(word);
        }
    }

    /** As it is written in a request and in a bundle. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every word {@link #of(List)} takes. */
    public static List<String> words() {
        return Stream.concat(Stream.of(ALL, PERSON), Arrays.stream(values()).map(PersonalField::word))
                .toList();
    }

    /**
     * The classes named; {@code all} is every class, {@code person} is number, name and address.
     *
     * @throws Unknown with the word that is none
     */
    public static Set<PersonalField> of(List<String> words) {
        Set<PersonalField> fields = EnumSet.noneOf(PersonalField.class);
        for (String word : words) {
            switch (word) {
                case ALL -> fields.addAll(EnumSet.allOf(PersonalField.class));
                case PERSON -> fields.addAll(EnumSet.of(CPR, NAME, ADDRESS));
                default -> fields.add(one(word));
            }
        }
        return fields;
    }

    /** The class of a sealed text, by the type of the event and the place in its payload. */
    static PersonalField at(String eventType, String pointer) {
        String property = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (property.equals("text")) {
            return pointer.contains("/goals/") ? PLANS : eventType.equals("case.note-added") ? NOTES : OTHER;
        }
        return BY_PROPERTY.getOrDefault(property, OTHER);
    }

    private static PersonalField one(String word) {
        for (PersonalField field : values()) {
            if (field.word().equals(word)) {
                return field;
            }
        }
        throw new Unknown(word);
    }
}
