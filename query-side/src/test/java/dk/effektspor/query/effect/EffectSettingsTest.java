package dk.effektspor.query.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.StartRefused;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EffectSettingsTest {

    @Test
    void a_minimum_under_three_refuses_the_start_in_one_sentence() {
        assertThatThrownBy(() -> bound(2)).satisfies(failure -> {
            StartRefused refused = StartRefused.behind(failure);
            assertThat(refused).isNotNull().hasMessageContaining("may not be under 3");
            assertThat(refused == null ? "" : refused.sentence(Locale.forLanguageTag("da")))
                    .contains("må ikke være under 3");
        });
        assertThat(bound(3).minimum()).isEqualTo(3);
    }

    private static EffectSettings bound(int minimum) {
        return new Binder(new MapConfigurationPropertySource(Map.of("effektspor.suppression.minimum", minimum)))
                .bindOrCreate("effektspor.suppression", EffectSettings.class);
    }
}
