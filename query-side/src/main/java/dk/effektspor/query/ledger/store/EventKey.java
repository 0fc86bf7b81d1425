package dk.effektspor.query.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Sixteen bytes for an id that is nearly always a UUID. */
public final class EventKey {

    private EventKey() {}

    /** The id itself if it is a UUID as we write them, else one made from its name. */
    public static UUID of(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            if (uuid.toString().equals(id)) {
                return uuid;
            }
        } catch (IllegalArgumentException otherwiseNamed) {
            // Axon's own ids and those of our streams are UUIDs, but nothing forbids another.
        }
        return UUID.nameUUIDFromBytes(("effektspor:" + id).getBytes(UTF_8));
    }
}
