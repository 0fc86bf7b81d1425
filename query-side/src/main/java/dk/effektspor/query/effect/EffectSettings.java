package dk.effektspor.query.effect;

import dk.effektspor.platform.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How small a group may be.
 *
 * @param minimum fewest citizens a cell may tell of; a municipality may ask for more than 5, nobody for less than 3
 */
@ConfigurationProperties("effektspor.suppression")
public record EffectSettings(@DefaultValue("5") int minimum) {

    private static final int NEVER_UNDER = 3;

    public EffectSettings {
        if (minimum < NEVER_UNDER) {
            throw new StartRefused(
                    "effektspor.suppression.minimum er " + minimum + ", men må ikke være under " + NEVER_UNDER + ".",
                    "effektspor.suppression.minimum is " + minimum + " and may not be under " + NEVER_UNDER + ".");
        }
    }
}
