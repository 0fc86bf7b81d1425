package dk.effektspor.platform.serialization;

import dk.effektspor.shared.RecordEvent;
import dk.effektspor.shared.upcast.InterventionEnded1To2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.jspecify.annotations.Nullable;

/** Reads events from the bytes they were stored in, whatever revision that was, without an event store. */
public final class StoredPayloads {

    private static final EventUpcaster UPCASTERS = new EventUpcasterChain(upcasters());

    private final EventSerializer serializer = EventSerializer.INSTANCE;

    /** The upcasters there are, in the order in which they are applied. */
    static List<EventUpcaster> upcasters() {
        return List.of(new InterventionEnded1To2());
    }

    /**
     * The event of today that these bytes stand for.
     *
     * @throws org.axonframework.serialization.SerializationException if nothing here answers to the name or revision
     */
    public RecordEvent read(String type, @Nullable String revision, byte[] payload) {
        if (serializer.isPresent(type, revision)) {
            // Nothing raises what is stored as it would be today.
            return read(new SimpleSerializedObject<>(payload, byte[].class, type, revision));
        }
        EventData<byte[]> stored =
                new GenericDomainEventEntry<>("", "", 0, "", "1970-01-01T00:00:00Z", type, revision, payload, NOTHING);
        return UPCASTERS
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .<RecordEvent>map(upcast -> read(upcast.getData()))
                .findFirst()
                .orElseThrow();
    }

    /** What an event was stored with, keys as in {@link dk.effektspor.shared.EventTrace}. */
    public Map<String, String> metaData(byte[] json) {
        MetaData read = read(new SerializedMetaData<>(json, byte[].class));
        Map<String, String> texts = new HashMap<>();
        read.forEach((name, value) -> {
            if (value != null) {
                texts.put(name, String.valueOf(value));
            }
        });
        return texts;
    }

    private <S, T> T read(SerializedObject<S> stored) {
        return Objects.requireNonNull(serializer.<S, T>deserialize(stored));
    }

    private static final byte[] NOTHING = {'{', '}'};
}
