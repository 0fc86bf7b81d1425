package dk.effektspor.platform.serialization;

import dk.effektspor.shared.CaseEvents;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Writes events under their logical names. A stored name that nothing here answers to ends the reading with an error:
 * history with holes is worse than none.
 */
public final class EventSerializer extends Jackson3Serializer {

    EventSerializer() {
        super(Json.builder());
    }

    @Override
    public SerializedType typeForClass(Class type) {
        return type != null && CaseEvents.isEvent(type)
                ? new SimpleSerializedType(
                        CaseEvents.nameOf(type), getRevisionResolver().revisionOf(type))
                : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> found = CaseEvents.typeOf(type.getName()).orElse(null);
        if (found == null) {
            found = super.classForType(type);
            if (found.equals(UnknownSerializedType.class)) {
                throw new SerializationException("Unreadable history: no type is stored under the name "
                        + type.getName() + ", revision " + type.getRevision());
            }
            return found;
        }
        String current = getRevisionResolver().revisionOf(found);
        if (!current.equals(type.getRevision())) {
            throw new SerializationException("Unreadable history: " + type.getName() + " is stored in revision "
                    + type.getRevision() + ", which nothing raises to " + current);
        }
        return found;
    }
}
