package dk.effektspor.query.effect.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.shared.CaseEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedLogTest {

    private static final Instant START = Instant.parse("2014-01-01T09:00:00Z");

    @Test
    void a_log_comes_back_as_it_was_and_no_longer_than_it_was_known() {
        for (List<CaseEvent> events : new RandomHistories(4).cases()) {
            PackedLog packed = log(events).packed();

            assertThat(packed.knownAt(Long.MAX_VALUE)).isEqualTo(log(events));
            assertThat(packed.version()).isEqualTo(events.size());
            for (int known = 0; known <= events.size(); known++) {
                assertThat(packed.knownAt(recordedAt(known).toEpochMilli())).isEqualTo(log(events.subList(0, known)));
            }
        }
    }

    @Test
    void a_log_packed_after_each_event_or_any_of_them_is_the_same_as_one_packed_at_the_end() {
        Random random = new Random(9);
        for (List<CaseEvent> events : new RandomHistories(9).cases()) {
            EffectLog log = EffectLog.NEW;
            EffectLog read = EffectLog.NEW;
            for (int i = 0; i < events.size(); i++) {
                log = log.plus(events.get(i), i + 1, recordedAt(i + 1));
                read = read.plus(events.get(i), i + 1, recordedAt(i + 1));
                if (random.nextBoolean()) {
                    assertThat(log.packed().bytes())
                            .isEqualTo(log(events.subList(0, i + 1)).packed().bytes());
                    assertThat(log.facts())
                            .isEqualTo(log(events.subList(0, i + 1)).facts());
                    read = EffectLog.of(PackedLog.of(log.packed().bytes()));
                }
            }
            assertThat(read).isEqualTo(log).isEqualTo(log(events));
            assertThat(read.packed().bytes()).isEqualTo(log(events).packed().bytes());
            assertThat(read.version()).isEqualTo(events.size());
        }
    }

    @Test
    void the_facts_of_a_log_are_those_of_the_events() {
        for (List<CaseEvent> events : new RandomHistories(5).cases()) {
            EffectCase folded = EffectCase.NEW;
            for (int i = 0; i < events.size(); i++) {
                folded = folded.apply(events.get(i), i + 1);
            }
            assertThat(log(events).facts()).isEqualTo(EffectFacts.of(folded));
        }
    }

    @Test
    void an_event_recorded_before_the_one_ahead_of_it_is_not_known_without_it() {
        List<CaseEvent> events = longestOf(6);
        EffectLog log =
                EffectLog.NEW.plus(events.get(0), 1, START.plusSeconds(10)).plus(events.get(1), 2, START);
        PackedLog packed = log.packed();

        assertThat(packed.knownAt(START.plusSeconds(5).toEpochMilli()).version())
                .isZero();
        assertThat(packed.knownAt(START.plusSeconds(10).toEpochMilli()).version())
                .isEqualTo(2);
    }

    @Test
    void no_text_is_kept_and_some_twenty_bytes_an_event_are_enough() {
        List<CaseEvent> events = longestOf(7);
        byte[] packed = log(events).packed().bytes();

        assertThat(new String(packed, StandardCharsets.ISO_8859_1))
                .doesNotContain("1.text")
                .doesNotContain("2011-0000001")
                .doesNotContain("anna");
        assertThat(packed.length).isLessThan(60 + 40 * events.size());
    }

    @Test
    void an_event_already_applied_changes_nothing_and_a_missing_one_is_missed() {
        List<CaseEvent> events = longestOf(8);
        EffectLog log = log(events.subList(0, 2));

        assertThat(log.plus(events.get(1), 2, START)).isSameAs(log);
        assertThatThrownBy(() -> log.plus(events.get(3), 4, START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_log_of_another_format_is_not_guessed_at() {
        assertThatThrownBy(() -> PackedLog.of(new byte[] {9, 0, 0})).isInstanceOf(IllegalStateException.class);
    }

    private static List<CaseEvent> longestOf(long seed) {
        return new RandomHistories(seed)
                .cases().stream().reduce((a, b) -> a.size() >= b.size() ? a : b).orElseThrow();
    }

    private static EffectLog log(List<CaseEvent> events) {
        EffectLog log = EffectLog.NEW;
        for (int i = 0; i < events.size(); i++) {
            log = log.plus(events.get(i), i + 1, recordedAt(i + 1));
        }
        return log;
    }

    private static Instant recordedAt(int version) {
        return START.plusSeconds(60L * version);
    }
}
