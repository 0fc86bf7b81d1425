package dk.effektspor.shared;

import dk.effektspor.shared.casefile.CaseFileEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of event a case can hold, found through the sealed families so that no list has to be maintained. */
public final class CaseEvents {

    /** The sealed types whose records are the events. */
    public static final List<Class<? extends CaseEvent>> FAMILIES =
            List.of(CaseFileEvent.class, IndsatstrappeEvent.class, ForandringskompasEvent.class);

    private static final Map<Class<?>, String> NAMES =
            types().collect(Collectors.toUnmodifiableMap(Function.identity(), CaseEvents::annotatedName));
    private static final Map<String, Class<?>> TYPES =
            types().collect(Collectors.toUnmodifiableMap(CaseEvents::annotatedName, Function.identity()));

    private CaseEvents() {}

    /** All event records. */
    public static Stream<Class<?>> types() {
        return FAMILIES.stream().flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
    }

    /**
     * The stored name of an event type.
     *
     * @throws IllegalArgumentException if the class is not an event
     */
    public static String nameOf(Class<?> type) {
        String name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " is not an event");
        }
        return name;
    }

    /** Whether a class is one of the events. */
    public static boolean isEvent(Class<?> type) {
        return NAMES.containsKey(type);
    }

    /** The event type stored under a name, if it is one of ours. */
    public static Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    private static String annotatedName(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalStateException(type.getName() + " has no @EventName");
        }
        return name.value();
    }
}
