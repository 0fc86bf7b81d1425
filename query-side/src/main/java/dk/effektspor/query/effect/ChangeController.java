package dk.effektspor.query.effect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.effektspor.platform.security.EffectReading;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.figure.ChangeCell;
import dk.effektspor.query.effect.figure.ChangeDefinition;
import dk.effektspor.query.effect.figure.ChangeFigure;
import dk.effektspor.query.effect.figure.ChangeMeasure;
import dk.effektspor.query.effect.figure.Grouping;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Text;
import dk.effektspor.shared.forandringskompas.Rater;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what changed on the compasses, for whom. */
@RestController
class ChangeController {

    private static final Text POPULATION = new Text(
            "borgere scoret i perioden på kompasversionen af den valgte scorer, talt én gang med deres seneste scoring på"
                    + " tværs af sager; forandring regnes inden for samme sag, kompasversion, dimension, skala og scorer",
            "citizens scored in the period on the compass version by the chosen rater, counted once with their latest"
                    + " scoring over all cases; change is reckoned within one case, compass version, dimension, scale and"
                    + " rater");
    private static final Text METHOD = new Text(
            "gennemsnit med stikprøvens standardafvigelse s (n-1); 95 %-konfidensinterval: gennemsnit ± t(0,975; n-1)·s/√n",
            "mean with the sample standard deviation s (n-1); 95 % confidence interval: mean ± t(0.975; n-1)·s/√n");

    private final EffectFactStore facts;
    private final Catalogue catalogue;
    private final EffectSettings settings;
    private final Clock clock;

    ChangeController(EffectFactStore facts, Catalogue catalogue, EffectSettings settings, Clock clock) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
    }

    record Answer(Definition definition, Basis basis, List<Row> rows) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Definition(
            Text population,
            String by,
            Text grouping,
            String measure,
            Text change,
            Rater rater,
            @Nullable String compass,
            LocalDate from,
            LocalDate to,
            Text method,
            int suppressedUnder) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String compass,
            String compassVersion,
            Text compassName,
            int dimension,
            Text dimensionName,
            @Nullable String variant,
            ChangeCell total,
            List<Group> groups) {}

    record Group(
            String group,
            Text name,
            Set<String> under,
            @JsonUnwrapped ChangeCell cell) {}

    @EffectReading
    @GetMapping("/api/v1/effects/change")
    Answer change(
            @RequestParam(defaultValue = "none") String by,
            @RequestParam(defaultValue = "entry") String measure,
            @RequestParam(defaultValue = "EMPLOYEE") String rater,
            @RequestParam(required = false) @Nullable String compass,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        ChangeDefinition definition = new ChangeDefinition(
                Asked.choice("by", by, Grouping.values(), Grouping::parameter),
                Asked.choice("measure", measure, ChangeMeasure.values(), ChangeMeasure::parameter),
                Asked.choice("rater", rater, Rater.values(), Rater::name),
                compass,
                Asked.period(quarter, from, to, LocalDate.now(clock), 1));
        List<EffectFacts> all = facts.all();
        Labels labels = new Labels(catalogue, definition.period().to());
        List<Row> rows = ChangeFigure.of(all, definition, catalogue.units(), settings.minimum()).stream()
                .map(row -> named(row, definition.by(), labels))
                .toList();
        return new Answer(defined(definition), Basis.of(all, catalogue.version()), rows);
    }

    private Definition defined(ChangeDefinition definition) {
        return new Definition(
                POPULATION,
                definition.by().parameter(),
                definition.by().label(),
                definition.measure().parameter(),
                definition.measure().label(),
                definition.rater(),
                definition.compass(),
                definition.period().from(),
                definition.period().to(),
                METHOD,
                settings.minimum());
    }

    private static Row named(ChangeFigure.Row row, Grouping by, Labels labels) {
        List<Group> groups = row.groups().stream()
                .map(g -> new Group(g.group(), labels.of(by, g.group()), g.under(), g.cell()))
                .toList();
        return new Row(
                row.compass(),
                row.compassVersion(),
                labels.compass(row.compass()),
                row.dimension(),
                labels.dimension(row.compass(), row.compassVersion(), row.dimension()),
                row.variant(),
                row.total(),
                groups);
    }
}
