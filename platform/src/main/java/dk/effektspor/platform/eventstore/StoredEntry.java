package dk.effektspor.platform.eventstore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * A row of the event table. Axon's own reads its time anew whenever it is asked, with a parser for every form of time there
 * is; ours are all of one form, and the parsing took as long as that of the payload.
 */
public record StoredEntry(
        @Nullable String type,
        @Nullable String stream,
        long sequence,
        String eventId,
        Instant recordedAt,
        String payloadType,
        @Nullable String revision,
        byte[] payload,
        byte[] metaData)
        implements DomainEventData<byte[]> {

    private static final int LENGTH = "2026-01-02T03:04:05.678Z".length();
    private static final long SECONDS_OF_DAY = 86_400;

    @Override
    public @Nullable String getType() {
        return type;
    }

    @Override
    public @Nullable String getAggregateIdentifier() {
        return stream;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metaData, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, payloadType, revision);
    }

    /** The time that a text such as {@code 2026-01-02T03:04:05.678Z} tells; others are left to Axon. */
    public static Instant instant(String text) {
        if (text.length() == LENGTH && text.charAt(10) == 'T' && text.charAt(19) == '.' && text.charAt(23) == 'Z') {
            int year = number(text, 0, 4);
            int month = number(text, 5, 7);
            int day = number(text, 8, 10);
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, 19);
            int milli = number(text, 20, 23);
            boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
            if (isTime && year >= 0 && month > 0 && day > 0 && milli >= 0) {
                try {
                    long days = LocalDate.of(year, month, day).toEpochDay();
                    long seconds = days * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second;
                    return Instant.ofEpochSecond(seconds, milli * 1_000_000L);
                } catch (DateTimeException noSuchDay) {
                    // Axon says what is wrong with it.
                }
            }
        }
        return DateTimeUtils.parseInstant(text);
    }

    /** What the digits say; -1 if there is anything else among them. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
