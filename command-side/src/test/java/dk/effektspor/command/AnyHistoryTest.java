package dk.effektspor.command;

import static dk.effektspor.command.Casework.CASE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.CaseEvents;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Moved;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.MovedLaterally;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Resumed;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedDown;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedUp;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Supplemented;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Move;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever caseworkers try, in whatever order, the record stays one that could have happened. */
class AnyHistoryTest {

    private static final int HISTORIES = 40;
    private static final int COMMANDS = 120;

    @Test
    void no_sequence_of_commands_makes_an_impossible_history() {
        Set<Class<?>> seen = new HashSet<>();
        for (long seed = 1; seed <= HISTORIES; seed++) {
            CaseOffice office = CaseOffice.replaying();
            RandomCasework casework = new RandomCasework(new Random(seed));
            for (int i = 0; i < COMMANDS; i++) {
                attempt(office, casework.next(office.events()), "command-" + i);
            }
            List<CaseEvent> events = office.events();
            Possible.check(events, "seed " + seed);
            assertThat(office.messages())
                    .as("seed %d", seed)
                    .allSatisfy(m -> assertThat(m.getAggregateIdentifier()).isEqualTo(CASE.toString()));
            assertThat(office.messages().stream().map(m -> m.getSequenceNumber()))
                    .as("seed %d: the version is the number of events", seed)
                    .containsExactlyElementsOf(
                            Stream.iterate(0L, n -> n + 1).limit(events.size()).toList());
            events.forEach(event -> seen.add(event.getClass()));
        }
        assertThat(seen)
                .as("the histories are rich enough to show something")
                .containsExactlyInAnyOrderElementsOf(CaseEvents.types().collect(Collectors.toSet()));
    }

    @Test
    void a_case_told_its_history_decides_as_the_one_that_lived_it_and_repeats_nothing() {
        for (long seed = 1; seed <= HISTORIES / 3; seed++) {
            CaseOffice replaying = CaseOffice.replaying();
            CaseOffice remembering = CaseOffice.remembering();
            RandomCasework casework = new RandomCasework(new Random(seed));
            for (int i = 0; i < COMMANDS; i++) {
                CaseCommand command = casework.next(replaying.events());
                String answer = attempt(replaying, command, "command-" + i);
                assertThat(attempt(remembering, command, "command-" + i))
                        .as("seed %d, command %d %s", seed, i, command)
                        .isEqualTo(answer);
                List<CaseEvent> before = replaying.events();
                assertThat(attempt(replaying, command, "command-" + i))
                        .as("seed %d, command %d %s sent again", seed, i, command)
                        .isEqualTo(answer);
                assertThat(replaying.events())
                        .as("seed %d, command %d", seed, i)
                        .isEqualTo(before);
            }
            assertThat(remembering.events()).as("seed %d", seed).isEqualTo(replaying.events());
        }
    }

    private static String attempt(CaseOffice office, CaseCommand command, String commandId) {
        int before = office.events().size();
        try {
            long version = office.send(RandomCasework.TODAY, command, commandId);
            assertThat(office.events()).hasSizeGreaterThanOrEqualTo(before).hasSizeGreaterThanOrEqualTo((int) version);
            return "version " + version;
        } catch (RuleViolation refused) {
            assertThat(office.events()).hasSize(before);
            return refused.code();
        }
    }

    /** Reads a stream as an auditor would, without the aggregate. */
    private static final class Possible {

        private final String story;
        private final Map<InterventionId, LocalDate> decided = new HashMap<>();
        private final Map<InterventionId, LocalDate> started = new HashMap<>();
        private final Map<InterventionId, LocalDate> ended = new HashMap<>();
        private final Set<InterventionId> annulled = new HashSet<>();
        private final Map<InterventionId, InterventionId> replaces = new HashMap<>();
        private final Set<Object> scorings = new HashSet<>();
        private final Set<Object> annulledScorings = new HashSet<>();
        private boolean closed;

        private Possible(String story) {
            this.story = story;
        }

        static void check(List<CaseEvent> events, String story) {
            Possible reader = new Possible(story);
            LocalDate openedOn = events.get(0).effectiveOn();
            assertThat(events.get(0)).as(story).isInstanceOf(CaseOpened.class);
            assertThat(events)
                    .as(story)
                    .filteredOn(CaseOpened.class::isInstance)
                    .hasSize(1);
            for (CaseEvent event : events) {
                assertThat(event.effectiveOn()).as(story).isBetween(openedOn, RandomCasework.LATEST);
                reader.read(event);
            }
            reader.replaces.forEach((next, replaced) -> {
                if (reader.started.containsKey(next)) {
                    assertThat(reader.ended.containsKey(replaced) || reader.annulled.contains(replaced))
                            .as("%s: %s was replaced by %s", story, replaced, next)
                            .isTrue();
                }
            });
        }

        private void read(CaseEvent event) {
            if (closed) {
                assertThat(event)
                        .as(story)
                        .isInstanceOfAny(
                                CaseReopened.class,
                                PersonUpdated.class,
                                ScoringCorrected.class,
                                ScoringAnnulled.class,
                                DecisionAnnulled.class);
            }
            if (event instanceof CaseClosed) {
                closed = true;
                assertThat(started.keySet())
                        .as("%s: closed while active", story)
                        .allMatch(id -> annulled.contains(id)
                                || (ended.containsKey(id) && !ended.get(id).isAfter(event.effectiveOn())));
            } else if (event instanceof CaseReopened) {
                closed = false;
            } else if (event instanceof IndsatstrappeEvent happened) {
                readIntervention(happened);
            } else if (event instanceof ForandringskompasEvent happened) {
                readScoring(happened);
            }
        }

        private void readScoring(ForandringskompasEvent event) {
            assertThat(annulledScorings).as(story).doesNotContain(event.scoringId());
            assertThat(scorings.contains(event.scoringId())).as(story).isEqualTo(!(event instanceof CompassScored));
            scorings.add(event.scoringId());
            if (event instanceof ScoringAnnulled) {
                annulledScorings.add(event.scoringId());
            }
        }

        private void readIntervention(IndsatstrappeEvent event) {
            InterventionId id = event.interventionId();
            assertThat(decided.containsKey(id)).as(story).isEqualTo(!(event instanceof InterventionDecided));
            assertThat(annulled).as("%s: annulled", story).doesNotContain(id);
            if (!(event instanceof DecisionAnnulled)) {
                assertThat(ended).as("%s: ended", story).doesNotContainKey(id);
            }
            if (event instanceof InterventionDecided) {
                decided.put(id, event.effectiveOn());
            } else if (event instanceof InterventionStarted) {
                assertThat(event.effectiveOn())
                        .as("%s: start before decision", story)
                        .isAfterOrEqualTo(decided.get(id));
                assertThat(started.put(id, event.effectiveOn())).as(story).isNull();
            } else if (event instanceof InterventionEnded) {
                assertThat(event.effectiveOn())
                        .as("%s: end before start", story)
                        .isAfterOrEqualTo(started.get(id));
                ended.put(id, event.effectiveOn());
            } else if (event instanceof DecisionAnnulled) {
                annulled.add(id);
            } else if (event instanceof Moved moved) {
                readMove(moved);
            }
        }

        private void readMove(Moved moved) {
            Move move = moved.move();
            if (moved instanceof SteppedUp) {
                assertThat(move.toStep()).as(story).isGreaterThan(move.fromStep());
            } else if (moved instanceof SteppedDown) {
                assertThat(move.toStep()).as(story).isLessThan(move.fromStep());
            } else if (moved instanceof MovedLaterally) {
                assertThat(move.toStep()).as(story).isEqualTo(move.fromStep());
            } else if (moved instanceof Supplemented) {
                assertThat(move.toStep()).as(story).isLessThanOrEqualTo(move.fromStep());
            }
            if (moved instanceof Resumed) {
                assertThat(ended).as(story).containsKey(move.from());
            } else if (!(moved instanceof Supplemented)) {
                replaces.put(move.to(), move.from());
            }
        }
    }
}
