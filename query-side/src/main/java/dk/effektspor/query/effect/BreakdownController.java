package dk.effektspor.query.effect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.effektspor.platform.security.EffectReading;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.effect.facts.AsOf;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.figure.BreakdownShare;
import dk.effektspor.query.effect.figure.BreakdownShare.BreakdownCell;
import dk.effektspor.query.effect.figure.Period;
import dk.effektspor.query.effect.reference.References;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Measure;
import dk.effektspor.shared.catalogue.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers how many placements broke down, beside what was published about the country. */
@RestController
class BreakdownController {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private final EffectFactStore facts;
    private final Catalogue catalogue;
    private final EffectSettings settings;
    private final References references;
    private final ClocksOfRequest clocks;

    BreakdownController(
            EffectFactStore facts,
            Catalogue catalogue,
            EffectSettings settings,
            References references,
            ClocksOfRequest clocks) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.settings = settings;
        this.references = references;
        this.clocks = clocks;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Definition(Text population, int year, @Nullable AsOf asOf, Protection protection) {}

    record Answer(
            Definition definition,
            Basis basis,
            BreakdownCell total,
            List<ByMeasure> measures,
            List<References.Series> references) {}

    record ByMeasure(
            String measure, Text name, @JsonUnwrapped BreakdownCell cell) {}

    @EffectReading
    @GetMapping("/api/v1/effects/breakdowns")
    ResponseEntity<Answer> breakdowns(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable LocalDate validAt,
            @RequestParam(required = false) @Nullable String knownAt) {
        AskedClocks dates = clocks.asked(validAt, knownAt);
        int asked = year == null ? dates.lastYear() : year;
        if (asked < EARLIEST || asked > LATEST) {
            throw new Problem(400, "effect.impossible-year", Map.of("from", EARLIEST, "to", LATEST));
        }
        Edition edition = dates.of(Period.ofYear(asked));
        Edition.Facts all = edition.in(facts);
        Set<String> placements = catalogue.measures().stream()
                .filter(Measure::placement)
                .map(Measure::code)
                .collect(Collectors.toUnmodifiableSet());
        Labels labels = new Labels(catalogue, LocalDate.of(asked, 12, 31));
        BreakdownShare.Result result = BreakdownShare.of(all.editions(), asked, placements, settings.minimum());
        Definition definition = new Definition(
                EffectView.BREAKDOWNS.definition(), asked, edition.dated(), Protection.under(settings.minimum()));
        Basis basis = Basis.of(all.versions(), catalogue.version());
        List<References.Series> beside = references.beside("breakdowns");
        List<ByMeasure> measures = result.measures().stream()
                .map(m -> new ByMeasure(m.measure(), labels.measure(m.measure()), m.cell()))
                .toList();
        return Tagged.answer(
                new Answer(definition, basis, result.total(), measures, beside), basis, definition, beside);
    }
}
