package dk.effektspor.query.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.query.effect.reference.BadReference;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EffectConfigurationTest {

    @Test
    void a_bad_file_of_reference_figures_refuses_the_start_in_one_sentence() {
        assertThatThrownBy(() -> EffectConfiguration.orRefused(() -> {
                    throw new BadReference("x.json", 3, "is not JSON");
                }))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused).hasMessage("The reference figures cannot be used: x.json:3: is not JSON");
                    assertThat(refused.sentence(Locale.forLanguageTag("da"))).startsWith("Referencetallene kan ikke");
                });
    }
}
