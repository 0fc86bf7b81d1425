package dk.effektspor.shared.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.catalogue.Catalogue.Undecided;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefaultCatalogueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    private final Catalogue catalogue = CatalogueLoader.fromClassPath();

    @Test
    void eight_units_became_six_in_2015() {
        assertThat(childUnits(LocalDate.of(2014, 12, 31))).isEqualTo(8);
        assertThat(childUnits(LocalDate.of(2015, 1, 1))).isEqualTo(6);
    }

    @Test
    void the_law_that_gives_a_childs_measure_changed_with_2024() {
        Measure foster = catalogue.measure("PLEJE-ALMEN").orElseThrow();
        LegalBasis old = new LegalBasis(Law.SEL, "§66");
        LegalBasis now = new LegalBasis(Law.BL, "§43 stk. 1 nr. 1");

        assertThat(foster.placement()).isTrue();
        assertThat(foster.allows(old, LocalDate.of(2023, 12, 31))).isTrue();
        assertThat(foster.allows(old, LocalDate.of(2024, 1, 1))).isFalse();
        assertThat(foster.allows(now, LocalDate.of(2023, 12, 31))).isFalse();
        assertThat(foster.allows(now, LocalDate.of(2024, 1, 1))).isTrue();
    }

    @Test
    void every_measure_stands_on_a_ladder_and_is_carried_out_by_an_offer() {
        assertThat(catalogue.measures()).allSatisfy(measure -> {
            assertThat(catalogue.ladders()).anyMatch(l -> l.measures().containsKey(measure.code()));
            assertThat(catalogue.offers())
                    .anyMatch(o -> o.measures().contains(measure.code())
                            && o.validity().holdsOn(TODAY));
        });
    }

    @Test
    void every_step_of_every_target_groups_ladder_holds_a_measure() {
        assertThat(catalogue.compasses())
                .allSatisfy(c -> assertThat(catalogue.ladderOn(c.code(), TODAY).orElseThrow())
                        .satisfies(l -> assertThat(l.steps())
                                .allMatch(s -> l.measures().values().stream().anyMatch(p -> p.step() == s.step()))));
    }

    @Test
    void two_compasses_have_public_dimension_names_and_the_rest_is_marked() {
        Map<String, Long> placeholders = catalogue.undecided().stream()
                .filter(u -> u.status() == Status.PLACEHOLDER)
                .collect(Collectors.groupingBy(Undecided::entry, Collectors.counting()));

        assertThat(placeholders)
                .hasSize(10)
                .doesNotContainKeys("MISBRUG 2012.1", "PLEJE 2012.1")
                .containsEntry("UBU-0-5 2012.1", 10L)
                .containsEntry("BORGER-H 2012.1", 9L);
        assertThat(catalogue.undecided())
                .contains(new Undecided("ladders", "KBH-TPF", "EFTERSKOLE", Status.DEFAULT_TO_BE_DECIDED))
                .doesNotContain(new Undecided("ladders", "KBH-TPF", "HJEM", Status.INFERENCE));
    }

    @Test
    void the_programmes_are_twelve_and_one_is_not_fully_evidence_based() {
        assertThat(catalogue.programmes())
                .hasSize(12)
                .filteredOn(p -> !p.evidenceBased())
                .extracting(Programme::code)
                .containsExactly("MULTIFUNC");
    }

    private long childUnits(LocalDate date) {
        return catalogue.units().all().stream()
                .filter(u -> u.authority()
                        && "BBU".equals(u.parent())
                        && u.validity().holdsOn(date))
                .count();
    }
}
