package dk.effektspor.query.clocks;

import dk.effektspor.query.caseview.CaseView;
import dk.effektspor.query.caseview.Intervention;
import dk.effektspor.query.caseview.ScoringHistory;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseId;
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
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xtdb.api.IXtdbDatasource;
import xtdb.api.XtdbDocument;
import xtdb.api.tx.Transaction;

/**
 * One invented history, back-dated, corrected and annulled at will, in two tellings: as events of a case, and as what a
 * bitemporal database is to hold of each thing from which day on.
 */
final class ToldTwice {

    static final int LENGTH = 8;
    static final int DAYS = 60;
    static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    private static final SealedText TEXT = EventSamples.sealed("TEXT");
    private static final Date NEVER = BitemporalOracleTest.midnight(LocalDate.of(2100, 1, 1));
    private static final String VALUE = "value";

    private final String name;
    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final Random random;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Consumer<Transaction.Builder>> puts = new ArrayList<>();
    private final Map<ScoringId, LocalDate> scorings = new HashMap<>();
    private final Map<InterventionId, LocalDate> decided = new HashMap<>();
    private final Map<InterventionId, LocalDate> started = new HashMap<>();
    private final Set<Object> finished = new HashSet<>();
    private final List<String> entities = new ArrayList<>();

    ToldTwice(int number, Random random) {
        this.name = "h" + number;
        this.random = random;
        LocalDate opening = FIRST_DAY.plusDays(random.nextInt(5));
        CaseOpened sample = (CaseOpened) EventSamples.all().get(0);
        add(
                new CaseOpened(
                        caseId,
                        sample.citizenId(),
                        sample.caseNumber(),
                        sample.person(),
                        sample.targetGroup(),
                        "u0",
                        "anna",
                        opening),
                tx -> {
                    put(tx, "unit", "u0", opening);
                    put(tx, "open", true, opening);
                });
        for (int i = 1; i < LENGTH; i++) {
            next(i, opening);
        }
    }

    List<Fact> facts() {
        return facts;
    }

    void tell(int round, Transaction.Builder tx) {
        puts.get(round).accept(tx);
    }

    private void next(int round, LocalDate opening) {
        LocalDate on = opening.plusDays(random.nextInt(DAYS));
        ScoringId scoring = any(scorings);
        InterventionId intervention = any(decided);
        switch (random.nextInt(8)) {
            case 0 -> {
                String unit = "u" + round;
                add(new CaseTransferred(caseId, "u", unit, "bo", null, on), tx -> put(tx, "unit", unit, on));
            }
            case 1 -> add(new CaseClosed(caseId, TEXT, on), tx -> put(tx, "open", false, on));
            case 2 -> add(new CaseReopened(caseId, TEXT, on), tx -> put(tx, "open", true, on));
            case 3 -> {
                if (scoring != null && !finished.contains(scoring)) {
                    correct(scoring, on);
                } else {
                    score(on);
                }
            }
            case 4 -> {
                if (scoring != null && finished.add(scoring)) {
                    LocalDate since = day(scorings, scoring);
                    add(new ScoringAnnulled(caseId, scoring, TEXT, on), tx -> delete(tx, scoring, since));
                } else {
                    score(on);
                }
            }
            case 5 -> {
                if (intervention != null && !finished.contains(intervention) && !started.containsKey(intervention)) {
                    start(intervention);
                } else {
                    decide(on);
                }
            }
            case 6 -> {
                if (intervention != null && started.containsKey(intervention) && finished.add(intervention)) {
                    end(intervention);
                } else {
                    decide(on);
                }
            }
            default -> {
                if (intervention != null && finished.add(intervention)) {
                    annul(intervention, on);
                } else {
                    decide(on);
                }
            }
        }
    }

    private void score(LocalDate on) {
        ScoringId id = new ScoringId(UUID.randomUUID());
        scorings.put(id, on);
        int score = 1 + random.nextInt(10);
        add(new CompassScored(caseId, id, scoring(score), on), tx -> putForGood(tx, id, score, on));
    }

    private void correct(ScoringId id, LocalDate on) {
        LocalDate before = day(scorings, id);
        scorings.put(id, on);
        int score = 1 + random.nextInt(10);
        add(new ScoringCorrected(caseId, id, scoring(score), TEXT, on), tx -> {
            delete(tx, id, before);
            putForGood(tx, id, score, on);
        });
    }

    private void decide(LocalDate on) {
        InterventionId id = new InterventionId(UUID.randomUUID());
        decided.put(id, on);
        add(new InterventionDecided(caseId, id, terms(), on), tx -> put(tx, id, "decided", on));
    }

    private void start(InterventionId id) {
        LocalDate on = day(decided, id).plusDays(1 + random.nextInt(20));
        started.put(id, on);
        add(new InterventionStarted(caseId, id, on), tx -> put(tx, id, "active", on));
    }

    private void end(InterventionId id) {
        LocalDate on = day(started, id).plusDays(1 + random.nextInt(20));
        add(
                new InterventionEnded(caseId, id, Set.of(EndReason.OTHER), Destination.OTHER, false, null, on),
                tx -> put(tx, id, "ended", on));
    }

    /** Annulled from the day of the decision on; what had happened to it since counts no more. */
    private void annul(InterventionId id, LocalDate on) {
        LocalDate since = day(decided, id);
        add(new DecisionAnnulled(caseId, id, TEXT, on), tx -> putForGood(tx, id, "annulled", since));
    }

    private void add(CaseEvent event, Consumer<Transaction.Builder> told) {
        int version = facts.size() + 1;
        facts.add(new Fact(
                event,
                new Recorded(version, name + "-" + version, BitemporalOracleTest.recordedIn(version - 1), Map.of())));
        puts.add(told);
    }

    /** Until whatever the database already holds from a later day on. */
    private void put(Transaction.Builder tx, Object thing, Object value, LocalDate since) {
        tx.put(document(thing, value), BitemporalOracleTest.midnight(since));
    }

    /** Whatever the database holds from a later day on. */
    private void putForGood(Transaction.Builder tx, Object thing, Object value, LocalDate since) {
        tx.put(document(thing, value), BitemporalOracleTest.midnight(since), NEVER);
    }

    /** Gone from the day on which it was to begin. */
    private void delete(Transaction.Builder tx, Object thing, LocalDate since) {
        tx.delete(entity(thing), BitemporalOracleTest.midnight(since), NEVER);
    }

    private XtdbDocument document(Object thing, Object value) {
        String id = entity(thing);
        if (!entities.contains(id)) {
            entities.add(id);
        }
        return XtdbDocument.create(id, Map.of(VALUE, value));
    }

    private String entity(Object thing) {
        return name + " " + thing;
    }

    /** What the database knows of this history's things. */
    Map<String, Object> askedOf(IXtdbDatasource then) {
        Map<String, Object> told = new TreeMap<>();
        for (String entity : entities) {
            XtdbDocument document = then.entity(entity);
            if (document != null) {
                Object value = document.get(VALUE);
                // The database gives back every whole number as a long.
                told.put(entity.substring(name.length() + 1), value instanceof Long whole ? whole.intValue() : value);
            }
        }
        return told;
    }

    /** What a view of ours tells of the same things. */
    static Map<String, Object> told(CaseView view, LocalDate on) {
        Map<String, Object> told = new TreeMap<>();
        told.put("unit", view.header().unit());
        told.put("open", view.header().open());
        for (ScoringHistory scoring : view.scorings()) {
            if (scoring.annulment() == null) {
                told.put(
                        scoring.scoringId().toString(),
                        Objects.requireNonNull(
                                scoring.current().scoring().scores().get(0).score()));
            }
        }
        for (Intervention intervention : view.interventions()) {
            String status = intervention.activeOn(on)
                    ? "active"
                    : intervention.status().name().toLowerCase(Locale.ROOT);
            told.put(intervention.interventionId().toString(), status);
        }
        return told;
    }

    private Terms terms() {
        return EventSamples.all().stream()
                .filter(InterventionDecided.class::isInstance)
                .map(e -> ((InterventionDecided) e).terms())
                .findFirst()
                .orElseThrow();
    }

    private static Scoring scoring(int score) {
        return new Scoring(
                "compass",
                "1",
                Rater.EMPLOYEE,
                Occasion.FOLLOW_UP,
                null,
                List.of(new DimensionScore(1, score, null, null, null)));
    }

    private static <T> LocalDate day(Map<T, LocalDate> days, T thing) {
        return Objects.requireNonNull(days.get(thing));
    }

    private <T> @Nullable T any(Map<T, LocalDate> things) {
        return things.isEmpty() ? null : List.copyOf(things.keySet()).get(random.nextInt(things.size()));
    }

    @Override
    public String toString() {
        return name + " "
                + facts.stream()
                        .map(f -> f.event().eventName() + "@" + f.event().effectiveOn())
                        .toList();
    }
}
