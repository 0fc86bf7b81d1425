package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts.Reading;
import dk.effektspor.query.effect.facts.EffectFacts.Scored;
import dk.effektspor.query.effect.facts.EffectFacts.Standing;
import dk.effektspor.query.effect.figure.LatestReadings.Picked;
import dk.effektspor.shared.casefile.CitizenId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A citizen in a row.
 *
 * @param at where they stood, which decides their group: when scored, or else when the case was last open in the period
 * @param change absent unless it is known
 */
record Member(
        CitizenId citizen,
        String targetGroup,
        Standing at,
        LocalDate on,
        Known known,
        @Nullable Integer change) {

    /** What a figure tells of the citizen, wherever it counts them. */
    record Told(Known known, @Nullable Integer change) {}

    Told told() {
        return new Told(known, change);
    }

    static Member scored(Picked picked, ChangeMeasure measure) {
        Scored scored = picked.scored();
        Reading reading = picked.reading();
        Integer change = measure.of(reading);
        Known known = !reading.assessed() ? Known.NOT_ASSESSED : change == null ? Known.NO_FOLLOW_UP : Known.CHANGE;
        return new Member(
                picked.facts().citizen(), picked.facts().targetGroup(), scored.at(), scored.on(), known, change);
    }

    Member because(Known other) {
        return new Member(citizen, targetGroup, at, on, other, null);
    }
}
