package dk.effektspor.query.effect.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How many citizens, and which share of the total; or nothing but that it is suppressed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountCell(
        boolean suppressed, @Nullable Integer n, @Nullable Double share) {

    static final CountCell SUPPRESSED = new CountCell(true, null, null);
}
