package dk.effektspor.query.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EffectSettingsTest {

    @Test
    void a_minimum_under_three_is_refused() {
        assertThatThrownBy(() -> new EffectSettings(2)).hasMessageContaining("may not be under 3");
        assertThat(new EffectSettings(3).minimum()).isEqualTo(3);
    }
}
