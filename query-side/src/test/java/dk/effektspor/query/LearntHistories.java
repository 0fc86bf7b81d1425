package dk.effektspor.query;

import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedUp;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Move;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.privacy.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Invented histories with what the effect views do not tell and a case and its timeline do, each fact of them learnt at
 * some instant: mostly one after the other, now and then by a server whose clock was wrong.
 */
final class LearntHistories {

    private static final Instant FIRST = Instant.parse("2014-01-01T00:00:00Z");
    private static final int HOURS = 40 * 24;

    private final Random random;
    private final List<List<Fact>> cases;

    LearntHistories(long seed) {
        random = new Random(seed);
        cases = new RandomHistories(seed)
                .cases().stream().map(this::withMore).map(this::learnt).toList();
    }

    /** The facts of each case in order of recording. */
    List<List<Fact>> cases() {
        return cases;
    }

    LocalDate day() {
        return RandomHistories.FIRST_DAY.plusDays(random.nextInt(3 * 365));
    }

    Instant instant() {
        return FIRST.plus(Duration.ofHours(random.nextInt(HOURS)));
    }

    private List<CaseEvent> withMore(List<CaseEvent> events) {
        List<CaseEvent> more = new ArrayList<>(events);
        for (int i = random.nextInt(8); i > 0; i--) {
            int place = 1 + random.nextInt(more.size());
            more.add(place, another(more.subList(0, place)));
        }
        return more;
    }

    private CaseEvent another(List<CaseEvent> before) {
        CaseId id = before.get(0).caseId();
        SealedText text = new SealedText("1.text" + random.nextInt(1_000));
        List<InterventionId> interventions = before.stream()
                .filter(InterventionDecided.class::isInstance)
                .map(event -> ((InterventionDecided) event).interventionId())
                .toList();
        List<ScoringId> scorings = before.stream()
                .filter(CompassScored.class::isInstance)
                .map(event -> ((CompassScored) event).scoringId())
                .toList();
        int kind = random.nextInt(interventions.isEmpty() ? 2 : 5);
        return switch (kind) {
            case 0 -> new CaseAssigned(id, "user" + random.nextInt(1_000), day());
            case 1 ->
                new NetworkMeetingHeld(
                        id, new MeetingId(new UUID(random.nextLong(), random.nextLong())), true, text, day());
            case 2 -> new InterventionExtended(id, any(interventions), day(), text, day());
            case 3 ->
                new InterventionAdjusted(
                        id, any(interventions), List.of(), text, day(), RightStep.HIGHER_THAN_NEEDED, text, day());
            default -> {
                InterventionId to = any(interventions);
                List<ScoringId> restsOn = scorings.isEmpty() ? List.of() : List.of(any(scorings));
                yield new SteppedUp(id, to, new Move(any(interventions), to, 1, 2, text, restsOn), day());
            }
        };
    }

    private List<Fact> learnt(List<CaseEvent> events) {
        List<Instant> instants =
                new ArrayList<>(events.stream().map(e -> instant()).sorted().toList());
        if (random.nextInt(4) == 0) {
            Collections.swap(instants, random.nextInt(events.size()), random.nextInt(events.size()));
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String eventId = new UUID(random.nextLong(), random.nextLong()).toString();
            Map<String, String> trace = Map.of("actor", "user" + random.nextInt(10));
            facts.add(new Fact(events.get(i), new Recorded(i + 1, eventId, instants.get(i), trace)));
        }
        return facts;
    }

    private <T> T any(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
