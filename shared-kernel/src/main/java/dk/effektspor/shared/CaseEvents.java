package dk.effektspor.shared;

import dk.effektspor.shared.casefile.CaseFileEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of event a case can hold. */
public final class CaseEvents {

    /** The sealed types whose records are the events of a case. */
    public static final List<Class<? extends CaseEvent>> FAMILIES =
            List.of(CaseFileEvent.class, IndsatstrappeEvent.class, ForandringskompasEvent.class);

    private CaseEvents() {}

    /** All event records of a case. */
    public static Stream<Class<?>> types() {
        return FAMILIES.stream().flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
    }

    /** Whether an event of a case is stored under this name. */
    public static boolean isNameOfOne(String name) {
        return RecordEvents.typeOf(name)
                .filter(CaseEvent.class::isAssignableFrom)
                .isPresent();
    }
}
