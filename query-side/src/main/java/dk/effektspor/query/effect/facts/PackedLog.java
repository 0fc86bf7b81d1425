package dk.effektspor.query.effect.facts;

import dk.effektspor.query.effect.facts.EffectLog.Entry;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
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
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A log as {@link LogPacking} writes it, of which the head can be read without the rest.
 *
 * @param knownFrom milliseconds since 1970 at which all of it was recorded
 * @param latest the last date on which any of it came true
 * @param inOrder whether nothing came true before what was recorded ahead of it
 * @param entriesFrom where in the bytes the head ends
 */
record PackedLog(
        CaseId caseId, long version, long knownFrom, LocalDate latest, boolean inOrder, int entriesFrom, byte[] bytes) {

    static final byte FORMAT = 1;

    private static final Set<EndReason> NO_REASON = Set.of(EndReason.OTHER);
    private static final Rater[] RATERS = Rater.values();

    static PackedLog of(byte[] bytes) {
        PackedReader in = new PackedReader(bytes);
        if (in.small() != FORMAT) {
            throw new IllegalStateException("Effect logs cannot be read; rebuild the effect view");
        }
        CaseId caseId = new CaseId(in.uuid());
        long knownFrom = in.fixed();
        LocalDate latest = LocalDate.ofEpochDay(in.fixed());
        boolean inOrder = in.flag();
        long version = in.number();
        return new PackedLog(caseId, version, knownFrom, latest, inOrder, in.position(), bytes);
    }

    /** The log as it was known at an instant. */
    EffectLog knownAt(long millis) {
        return EffectLog.of(entries(millis));
    }

    /** The events recorded by an instant; all of them with {@link Long#MAX_VALUE}. */
    List<Entry> entries(long millis) {
        return new Unpacking(caseId, new PackedReader(bytes).from(entriesFrom)).until(millis, (int) version);
    }

    private static final class Unpacking {

        private final CaseId caseId;
        private final PackedReader in;
        private long day;

        Unpacking(CaseId caseId, PackedReader in) {
            this.caseId = caseId;
            this.in = in;
        }

        List<Entry> until(long millis, int version) {
            List<Entry> events = new ArrayList<>(version);
            long knownFrom = 0;
            for (int i = 0; i < version; i++) {
                LogKind kind = LogKind.ALL[in.small()];
                knownFrom += in.number();
                if (knownFrom > millis) {
                    break;
                }
                events.add(new Entry(knownFrom, kind == LogKind.NOTHING ? null : event(kind, date())));
            }
            return events;
        }

        private LocalDate date() {
            day += in.signed();
            return LocalDate.ofEpochDay(day);
        }

        private CaseEvent event(LogKind kind, LocalDate on) {
            return switch (kind) {
                case OPENED -> opened(on);
                case PERSON_UPDATED -> new PersonUpdated(caseId, Told.person((int) in.number()), null, on);
                case TRANSFERRED -> new CaseTransferred(caseId, "", in.code(), "", null, on);
                case CLOSED -> new CaseClosed(caseId, Told.NOTHING, on);
                case REOPENED -> new CaseReopened(caseId, Told.NOTHING, on);
                case DECIDED -> decided(on);
                case STARTED -> new InterventionStarted(caseId, intervention(), on);
                case ENDED -> ended(on);
                case SITE_CHANGED ->
                    new PlacementSiteChanged(caseId, intervention(), null, in.code(), Told.NOTHING, in.flag(), on);
                case DECISION_ANNULLED -> new DecisionAnnulled(caseId, intervention(), Told.NOTHING, on);
                case STEPPED_UP -> new SteppedUp(caseId, intervention(), move(), on);
                case STEPPED_DOWN -> new SteppedDown(caseId, intervention(), move(), on);
                case MOVED_LATERALLY -> new MovedLaterally(caseId, intervention(), move(), on);
                case SUPPLEMENTED -> new Supplemented(caseId, intervention(), move(), on);
                case RESUMED -> new Resumed(caseId, intervention(), move(), on);
                case SCORED -> new CompassScored(caseId, scored(), scoring(), on);
                case SCORING_CORRECTED -> new ScoringCorrected(caseId, scored(), scoring(), Told.NOTHING, on);
                case SCORING_ANNULLED -> new ScoringAnnulled(caseId, scored(), Told.NOTHING, on);
                case NOTHING -> throw new IllegalStateException("Nothing happened");
            };
        }

        private CaseOpened opened(LocalDate on) {
            CitizenId citizen = new CitizenId(in.uuid());
            String targetGroup = in.code();
            String unit = in.code();
            return Told.opened(caseId, citizen, (int) in.number(), targetGroup, unit, on);
        }

        private InterventionDecided decided(LocalDate on) {
            InterventionId id = intervention();
            return new InterventionDecided(
                    caseId,
                    id,
                    Told.terms(in.code(), in.code(), (int) in.number(), in.codeOrNone(), in.codeOrNone()),
                    on);
        }

        private InterventionEnded ended(LocalDate on) {
            return new InterventionEnded(caseId, intervention(), NO_REASON, Destination.UNKNOWN, in.flag(), null, on);
        }

        private InterventionId intervention() {
            return new InterventionId(in.id());
        }

        private Move move() {
            InterventionId from = intervention();
            InterventionId to = intervention();
            return new Move(from, to, (int) in.number(), (int) in.number(), Told.NOTHING, List.of());
        }

        private ScoringId scored() {
            return new ScoringId(in.id());
        }

        private Scoring scoring() {
            String compass = in.code();
            String version = in.code();
            Rater rater = RATERS[in.small()];
            String tilbud = in.codeOrNone();
            int size = (int) in.number();
            List<DimensionScore> scores = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                int dimension = (int) in.number();
                int value = (int) in.number();
                scores.add(Told.score(dimension, value == 0 ? null : (Integer) value, in.codeOrNone()));
            }
            return new Scoring(compass, version, rater, Occasion.FOLLOW_UP, tilbud, scores);
        }
    }
}
