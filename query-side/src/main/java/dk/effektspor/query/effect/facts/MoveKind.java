package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.catalogue.Text;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Moved;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.MovedLaterally;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Resumed;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedDown;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedUp;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Supplemented;

/** The kinds of decided move. */
public enum MoveKind {
    STEP_UP("optrapning", "step up", SteppedUp.class),
    STEP_DOWN("nedtrapning", "step down", SteppedDown.class),
    LATERAL("sideværts skift", "lateral move", MovedLaterally.class),
    SUPPLEMENT("supplering", "supplement", Supplemented.class),
    RESUMPTION("genoptagelse", "resumption", Resumed.class);

    private final Text label;
    private final Class<? extends Moved> event;

    MoveKind(String da, String en, Class<? extends Moved> event) {
        this.label = new Text(da, en);
        this.event = event;
    }

    public Text label() {
        return label;
    }

    static MoveKind of(Moved moved) {
        for (MoveKind kind : values()) {
            if (kind.event.isInstance(moved)) {
                return kind;
            }
        }
        throw new IllegalStateException(
                "No kind of move for " + moved.getClass().getName());
    }
}
