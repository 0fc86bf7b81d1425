package dk.effektspor.platform.serialization;

import dk.effektspor.shared.RecordEvent;
import dk.effektspor.shared.upcast.InterventionEnded1To2;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.jspecify.annotations.Nullable;

/** Reads events from the bytes they were stored in, whatever revision that was, without an event store. */
public final class StoredPayloads {

    private static final EventUpcaster UPCASTERS = new EventUpcasterChain(upcasters());

    private final EventSerializer serializer = new EventSerializer();

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
        EventData<byte[]> stored =
                new GenericDomainEventEntry<>("", "", 0, "", "1970-01-01T00:00:00Z", type, revision, payload, NOTHING);
        return UPCASTERS
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .map(upcast -> (RecordEvent) serializer.deserialize(upcast.getData()))
                .findFirst()
                .orElseThrow();
    }

    private static final byte[] NOTHING = {'{', '}'};
}
