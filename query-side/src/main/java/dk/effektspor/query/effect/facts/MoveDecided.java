package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Moved;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A move on the Indsatstrappe as it was decided; it counts as long as the decision it led to stands. */
public record MoveDecided(MoveKind kind, InterventionId to, int fromStep, int toStep, LocalDate on) {

    static List<MoveDecided> after(List<MoveDecided> moves, IndsatstrappeEvent event) {
        if (event instanceof Moved moved) {
            Move move = moved.move();
            List<MoveDecided> more = new ArrayList<>(moves);
            more.add(new MoveDecided(
                    MoveKind.of(moved), move.to(), move.fromStep(), move.toStep(), moved.effectiveOn()));
            return more;
        }
        return moves;
    }
}
