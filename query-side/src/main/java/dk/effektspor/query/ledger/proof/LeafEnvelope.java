package dk.effektspor.query.ledger.proof;

import dk.effektspor.query.ledger.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an event that are hashed, version 1: a line that names the version, then each field as its length (4 bytes,
 * unsigned, the most significant first) and its bytes. No field can run into the next, so two different events never have
 * the same envelope.
 */
public final class LeafEnvelope {

    /** The first line. */
    public static final String VERSION = "effektspor-event/1\n";

    private static final byte[] ABSENT = {-1, -1, -1, -1};

    private LeafEnvelope() {}

    public static byte[] of(StoredEvent event) {
        ByteArrayOutputStream envelope =
                new ByteArrayOutputStream(256 + event.payload().length + event.metaData().length);
        envelope.writeBytes(VERSION.getBytes(StandardCharsets.US_ASCII));
        write(envelope, event.eventId());
        write(envelope, event.stream());
        write(envelope, Long.toString(event.sequence()));
        write(envelope, event.aggregateType());
        write(envelope, event.recordedAt());
        write(envelope, event.type());
        write(envelope, event.revision());
        write(envelope, event.metaData());
        write(envelope, event.payload());
        return envelope.toByteArray();
    }

    private static void write(ByteArrayOutputStream envelope, @Nullable String text) {
        if (text == null) {
            envelope.writeBytes(ABSENT);
        } else {
            write(envelope, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(ByteArrayOutputStream envelope, byte[] bytes) {
        envelope.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        envelope.writeBytes(bytes);
    }
}
