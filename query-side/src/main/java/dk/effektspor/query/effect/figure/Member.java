package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts.Reading;
import dk.effektspor.query.effect.facts.EffectFacts.Scored;
import dk.effektspor.query.effect.facts.EffectFacts.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A citizen in a row.
 *
 * @param at where they stood, which decides their group: when scored, or else when the case was last open in the period
 * @param change absent unless it is known
 */
record Member(
        String targetGroup,
        Standing at,
        LocalDate on,
        Known known,
        @Nullable Integer change) {

    static Member scored(String targetGroup, Scored scored, Reading reading, ChangeMeasure measure) {
        Integer change = measure.of(reading);
        Known known = !reading.assessed() ? Known.NOT_ASSESSED : change == null ? Known.NO_FOLLOW_UP : Known.CHANGE;
        return new Member(targetGroup, scored.at(), scored.on(), known, change);
    }

    Member because(Known other) {
        return new Member(targetGroup, at, on, other, null);
    }
}
