package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.MovedLaterally;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Resumed;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedDown;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedUp;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Supplemented;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The events a packed log tells apart; their order is that of the numbers in it. */
enum LogKind {
    NOTHING(null),
    OPENED(CaseOpened.class),
    PERSON_UPDATED(PersonUpdated.class),
    TRANSFERRED(CaseTransferred.class),
    CLOSED(CaseClosed.class),
    REOPENED(CaseReopened.class),
    DECIDED(InterventionDecided.class),
    STARTED(InterventionStarted.class),
    ENDED(InterventionEnded.class),
    SITE_CHANGED(PlacementSiteChanged.class),
    DECISION_ANNULLED(DecisionAnnulled.class),
    STEPPED_UP(SteppedUp.class),
    STEPPED_DOWN(SteppedDown.class),
    MOVED_LATERALLY(MovedLaterally.class),
    SUPPLEMENTED(Supplemented.class),
    RESUMED(Resumed.class),
    SCORED(CompassScored.class),
    SCORING_CORRECTED(ScoringCorrected.class),
    SCORING_ANNULLED(ScoringAnnulled.class);

    static final LogKind[] ALL = values();

    private static final Map<Class<?>, LogKind> BY_EVENT = Arrays.stream(ALL)
            .filter(kind -> kind.event != null)
            .collect(Collectors.toUnmodifiableMap(kind -> kind.event, Function.identity()));

    private final @Nullable Class<? extends CaseEvent> event;

    LogKind(@Nullable Class<? extends CaseEvent> event) {
        this.event = event;
    }

    static LogKind of(@Nullable CaseEvent event) {
        if (event == null) {
            return NOTHING;
        }
        LogKind kind = BY_EVENT.get(event.getClass());
        if (kind == null) {
            throw new IllegalStateException("No log holds " + event.getClass().getName());
        }
        return kind;
    }
}
