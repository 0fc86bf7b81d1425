package dk.effektspor.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CprTest {

    @ParameterizedTest
    @CsvSource({
        "610112-0001, 1912-01-01",
        "610112-3999, 1912-01-01",
        "610136-4000, 2036-01-01",
        "610137-4000, 1937-01-01",
        "610157-5000, 2057-01-01",
        "610158-5000, 1858-01-01",
        "610199-8000, 1899-01-01",
        "610136-9000, 2036-01-01",
        "610137-9000, 1937-01-01",
        "890200-4000, 2000-02-29"
    })
    void the_seventh_digit_decides_the_century(String number, LocalDate born) {
        assertThat(Cpr.of(number).birthDate()).isEqualTo(born);
    }

    @Test
    void a_number_with_and_without_hyphen_is_the_same() {
        assertThat(Cpr.of("610112-0001")).isEqualTo(Cpr.of("6101120001")).hasSameHashCodeAs(Cpr.of(" 6101120001 "));
    }

    @Test
    void modulus_11_is_not_asked_for() {
        for (int last = 0; last < 10; last++) {
            assertThat(Cpr.of("610112-000" + last).birthYear()).isEqualTo(1912);
        }
    }

    @Test
    void age_is_in_whole_years() {
        Cpr born = Cpr.of("750610-4000");

        assertThat(born.birthDate()).isEqualTo("2010-06-15");
        assertThat(born.ageOn(LocalDate.parse("2020-06-14"))).isEqualTo(9);
        assertThat(born.ageOn(LocalDate.parse("2020-06-15"))).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "610112-001",
                "610112-00011",
                "6101-120001",
                "000112-0001",
                "600112-0001",
                "920112-0001",
                "611312-0001",
                "890201-4000",
                "61O112-0001",
                "٦١٠١١٢٠٠٠١"
            })
    void what_is_not_ten_digits_beginning_with_a_date_is_refused_without_being_quoted(String text) {
        assertThatThrownBy(() -> Cpr.of(text))
                .isInstanceOf(Cpr.Invalid.class)
                .hasMessage("Not a CPR number: ten digits that begin with a date")
                .hasNoCause();
    }

    @Test
    void its_text_never_shows_the_number() {
        assertThat(Cpr.of("610112-0001")).hasToString("cpr");
    }
}
