package dk.effektspor.shared;

import dk.effektspor.shared.citizen.CitizenEvent;
import dk.effektspor.shared.ledger.LedgerEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of event there is, of every stream, found through the sealed families so that no list has to be maintained. */
public final class RecordEvents {

    /** The sealed types whose records are the events: those of a case, and those of streams beside the cases. */
    public static final List<Class<? extends RecordEvent>> FAMILIES = Stream.concat(
                    CaseEvents.FAMILIES.stream(), Stream.of(LedgerEvent.class, CitizenEvent.class))
            .toList();

    private static final Map<Class<?>, String> NAMES =
            types().collect(Collectors.toUnmodifiableMap(Function.identity(), RecordEvents::annotatedName));
    private static final Map<String, Class<?>> TYPES =
            types().collect(Collectors.toUnmodifiableMap(RecordEvents::annotatedName, Function.identity()));

    private RecordEvents() {}

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
