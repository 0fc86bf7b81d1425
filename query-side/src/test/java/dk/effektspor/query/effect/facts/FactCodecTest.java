package dk.effektspor.query.effect.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.shared.CaseEvent;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactCodecTest {

    @Test
    void facts_come_back_as_they_were() {
        for (List<CaseEvent> events : new RandomHistories(3).cases()) {
            EffectFacts facts = EffectFacts.of(folded(events));

            assertThat(FactCodec.decode(FactCodec.encode(facts))).isEqualTo(facts);
        }
    }

    @Test
    void facts_of_another_format_are_not_guessed_at() {
        assertThatThrownBy(() -> FactCodec.decode(new byte[] {9, 0, 0})).isInstanceOf(UncheckedIOException.class);
    }

    private static EffectCase folded(List<CaseEvent> events) {
        EffectCase folded = EffectCase.NEW;
        for (int i = 0; i < events.size(); i++) {
            folded = folded.apply(events.get(i), i + 1);
        }
        return folded;
    }
}
