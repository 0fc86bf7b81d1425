package dk.effektspor.query.effect.facts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two clocks a question may be asked by.
 *
 * @param validAt as true on this date; without, whatever is known is told, future dates included
 * @param knownAt as known at this instant; without, as known now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AsOf(@Nullable LocalDate validAt, @Nullable Instant knownAt) {

    public static final AsOf NOW = new AsOf(null, null);

    /** Whether no date is asked for. */
    @JsonIgnore
    public boolean isPresent() {
        return validAt == null && knownAt == null;
    }
}
