package dk.effektspor.query.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, byte for byte; nothing of it is decoded.
 *
 * @param globalIndex place in its store; differs between stores and is not part of the leaf
 * @param stream the case, or what else the event belongs to
 * @param sequence place in the stream, from 0
 * @param recordedAt ISO text in UTC with milliseconds
 * @param type logical name
 * @param metaData canonical JSON: keys sorted, no white space
 */
public record StoredEvent(
        long globalIndex,
        String eventId,
        String stream,
        long sequence,
        @Nullable String aggregateType,
        String recordedAt,
        String type,
        @Nullable String revision,
        byte[] payload,
        byte[] metaData) {}
