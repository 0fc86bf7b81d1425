package dk.effektspor.query.caseview;

import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.ScoringId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case's way on the Indsatstrappe.
 *
 * @param step the position on the date, absent without an active intervention
 * @param active the interventions active on the date
 * @param course the position over time
 */
record LadderAnswer(
        long version,
        LocalDate on,
        @Nullable Integer step,
        List<CaseAnswer.Course> active,
        List<LadderCourse.Stay> course,
        List<Move> moves) {

    /** A decided move; it counts nowhere once the decision it led to is annulled. */
    record Move(MoveMade made, boolean annulled, List<Reading> restsOn) {}

    /** A compass scoring a move rests on, as it stands today. */
    record Reading(
            ScoringId scoringId,
            LocalDate on,
            Rater rater,
            Occasion occasion,
            @Nullable Double mean,
            boolean annulled) {}

    static LadderAnswer of(CaseView view, LocalDate on) {
        return new LadderAnswer(
                view.version(),
                on,
                CaseAnswer.position(view, on),
                view.interventions().stream()
                        .filter(i -> i.activeOn(on))
                        .map(CaseAnswer::course)
                        .toList(),
                LadderCourse.stays(view.interventions()),
                view.moves().stream().map(move -> move(view, move)).toList());
    }

    private static Move move(CaseView view, MoveMade made) {
        boolean annulled = view.interventions().stream()
                .anyMatch(i -> i.interventionId().equals(made.move().to()) && i.annulment() != null);
        List<Reading> readings = made.move().restsOn().stream()
                .flatMap(
                        id -> view.scorings().stream().filter(s -> s.scoringId().equals(id)))
                .map(LadderAnswer::reading)
                .toList();
        return new Move(made, annulled, readings);
    }

    private static Reading reading(ScoringHistory scoring) {
        ScoringHistory.Wording current = scoring.current();
        List<Integer> scores = current.scoring().scores().stream()
                .map(s -> s.score())
                .filter(Objects::nonNull)
                .toList();
        return new Reading(
                scoring.scoringId(),
                current.on(),
                current.scoring().rater(),
                current.scoring().occasion(),
                scores.isEmpty()
                        ? null
                        : scores.stream().mapToInt(Integer::intValue).average().orElseThrow(),
                scoring.annulment() != null);
    }
}
