package dk.effektspor.platform.serialization;

import org.axonframework.eventhandling.EventMessage;

/** Events as JSON just as the store has them, for whoever keeps them without asking what they say. */
public final class AsStored {

    private AsStored() {}

    /** The payload, in its present revision; of a message that was never stored, as it would be. */
    public static byte[] payload(EventMessage<?> message) {
        return message.serializePayload(EventSerializer.INSTANCE, byte[].class).getData();
    }

    /** The metadata: an object of texts. */
    public static byte[] metaData(EventMessage<?> message) {
        return message.serializeMetaData(EventSerializer.INSTANCE, byte[].class).getData();
    }
}
