package dk.effektspor.query.caseview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.effect.facts.EffectCase;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ladder of a case calls its position, the effect views count. */
class OnePositionTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ladder_and_effect_views_agree_on_every_day(long seed) {
        for (List<CaseEvent> events : new RandomHistories(seed).cases()) {
            CaseView view = view(events);
            EffectCase effects = EffectCase.NEW;
            for (int i = 0; i < events.size(); i++) {
                effects = effects.apply(events.get(i), i + 1);
            }
            List<EffectFacts.Stood> stood = EffectFacts.of(effects).positions();
            RandomHistories.FIRST_DAY
                    .minusDays(1)
                    .datesUntil(RandomHistories.FIRST_DAY.plusYears(3).plusDays(2))
                    .forEach(day -> agree(view, stood, day));
        }
    }

    private static void agree(CaseView view, List<EffectFacts.Stood> stood, LocalDate day) {
        int position = LadderCourse.positionOn(view.interventions(), day).orElse(0);
        int stay = LadderCourse.stays(view.interventions()).stream()
                .filter(s -> s.holdsOn(day))
                .mapToInt(LadderCourse.Stay::step)
                .sum();
        assertThat(stay).as("on " + day).isEqualTo(position);
        // Effect views count open cases only; while the case is closed they tell no position at all.
        stood.stream()
                .filter(s -> s.on(day))
                .forEach(s -> assertThat(s.at().step()).as("on " + day).isEqualTo(position));
        assertThat(stood.stream().filter(s -> s.on(day)).count()).isLessThanOrEqualTo(1);
    }

    private static CaseView view(List<CaseEvent> events) {
        CaseViewFold fold = new CaseViewFold();
        CaseView view = null;
        for (int i = 0; i < events.size(); i++) {
            view = fold.apply(view, events.get(i), new Recorded(i + 1, "id-" + i, Instant.EPOCH, Map.of()));
        }
        return Objects.requireNonNull(view);
    }
}
