package dk.effektspor.query.audit.paper;

import dk.effektspor.platform.web.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A moment of knowledge as it is asked for: an instant, or a date and then the end of that day in Copenhagen. */
final class KnownAt {

    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");

    private KnownAt() {}

    static @Nullable Instant of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(HERE)
                            .toInstant()
                            .minusNanos(1);
        } catch (DateTimeException e) {
            throw Problem.invalidField("knownAt", "time");
        }
    }
}
