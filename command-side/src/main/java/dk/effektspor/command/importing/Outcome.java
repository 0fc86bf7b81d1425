package dk.effektspor.command.importing;

import dk.effektspor.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param changed whether the case has new events because of it
 * @param rejection why it was not taken, if it was not
 * @param lineId the line's own id, as far as it could be read
 */
record Outcome(
        boolean changed,
        @Nullable Problem rejection,
        @Nullable String lineId) {

    static final Outcome ACCEPTED = new Outcome(true, null, null);
    static final Outcome UNCHANGED = new Outcome(false, null, null);

    static Outcome rejected(Problem why, @Nullable String lineId) {
        return new Outcome(false, why, lineId);
    }
}
