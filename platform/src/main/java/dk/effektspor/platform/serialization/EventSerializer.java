package dk.effektspor.platform.serialization;

import dk.effektspor.shared.RecordEvents;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events under their logical names, and nothing else. A stored name or revision that nothing here answers to
 * ends the reading with an error: history with holes is worse than none.
 */
public final class EventSerializer extends Jackson3Serializer {

    private static final String AXONS_OWN = "org.axonframework.";
    private static final String METADATA = MetaData.class.getName();

    /** One for all, since a message is handed on as it was stored only to the serializer that it was read with. */
    static final EventSerializer INSTANCE = new EventSerializer();

    private final Map<SerializedType, Class<?>> axonsOwn = new ConcurrentHashMap<>();

    EventSerializer() {
        super(Json.builder());
    }

    @Override
    @SuppressWarnings("rawtypes") // as in the overridden method
    public SerializedType typeForClass(@Nullable Class type) {
        if (type != null && RecordEvents.isEvent(type)) {
            return new SimpleSerializedType(
                    RecordEvents.nameOf(type), getRevisionResolver().revisionOf(type));
        }
        if (type != null
                && type != Void.class
                && type != void.class
                && !type.getName().startsWith(AXONS_OWN)) {
            throw new SerializationException(type.getName() + " is not an event and has no stored name");
        }
        return super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = RecordEvents.typeOf(type.getName()).orElse(null);
        if (event == null) {
            return classOfAxonsOwn(type);
        }
        String current = getRevisionResolver().revisionOf(event);
        if (!current.equals(type.getRevision())) {
            throw new SerializationException("Unreadable history: " + type.getName() + " is stored in revision "
                    + type.getRevision() + ", which nothing raises to " + current);
        }
        return event;
    }

    /** Whether this is how such an event is stored today. */
    boolean isPresent(String type, @Nullable String revision) {
        return RecordEvents.typeOf(type)
                .map(event -> getRevisionResolver().revisionOf(event).equals(revision))
                .orElse(false);
    }

    /** Axon reads metadata as if it could hold anything; ours are texts, and as many as the payload has fields. */
    @Override
    @SuppressWarnings("unchecked") // the type says so
    public <S, T> @Nullable T deserialize(SerializedObject<S> object) {
        if (object.getData() instanceof byte[] json
                && METADATA.equals(object.getType().getName())) {
            MetaData texts = FlatMetaData.read(json);
            if (texts != null) {
                return (T) texts;
            }
        }
        return super.deserialize(object);
    }

    /** Remembered, since every event's metadata asks, and the class loader takes as long as the parsing. */
    private Class<?> classOfAxonsOwn(SerializedType type) {
        return axonsOwn.computeIfAbsent(type, this::foundClassOfAxonsOwn);
    }

    private Class<?> foundClassOfAxonsOwn(SerializedType type) {
        boolean known =
                type.equals(SerializedType.emptyType()) || type.getName().startsWith(AXONS_OWN);
        Class<?> found = known ? super.classForType(type) : UnknownSerializedType.class;
        if (found.equals(UnknownSerializedType.class)) {
            throw new SerializationException(
                    "Unreadable history: no event is called " + type.getName() + ", revision " + type.getRevision());
        }
        return found;
    }
}
