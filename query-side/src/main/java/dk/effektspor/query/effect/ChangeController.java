package dk.effektspor.query.effect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.effektspor.platform.security.EffectReading;
import dk.effektspor.query.effect.facts.AsOf;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.figure.ChangeCell;
import dk.effektspor.query.effect.figure.ChangeDefinition;
import dk.effektspor.query.effect.figure.ChangeFigure;
import dk.effektspor.query.effect.figure.ChangeMeasure;
import dk.effektspor.query.effect.figure.Grouping;
import dk.effektspor.query.effect.figure.Scale;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Compass;
import dk.effektspor.shared.catalogue.Programme;
import dk.effektspor.shared.catalogue.Text;
import dk.effektspor.shared.catalogue.Tilbud;
import dk.effektspor.shared.catalogue.Unit;
import dk.effektspor.shared.forandringskompas.Rater;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what changed on the compasses, for whom. */
@RestController
class ChangeController {

    private static final Text METHOD = new Text(
            "gennemsnit med stikprøvens standardafvigelse s (n-1); 95 %-konfidensinterval: gennemsnit ± t(0,975; n-1)·s/√n",
            "mean with the sample standard deviation s (n-1); 95 % confidence interval: mean ± t(0.975; n-1)·s/√n");

    private static final String PROMISE =
            "Groups, sub-counts and directions of fewer citizens than the minimum are withheld, with whatever they could be"
                    + " computed from in this answer, or by subtracting an answer about one group from the one about all."
                    + " As of another date than now, cells that differ by fewer citizens than the minimum from another"
                    + " edition of the same answer are withheld as well. Not guarded: answers for different periods, raters, measures, groupings or sets of several"
                    + " filters set against each other, and answers before and after a new event.";

    private final EffectFactStore facts;
    private final Catalogue catalogue;
    private final EffectSettings settings;
    private final ClocksOfRequest clocks;

    ChangeController(EffectFactStore facts, Catalogue catalogue, EffectSettings settings, ClocksOfRequest clocks) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clocks = clocks;
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
            Map<String, String> only,
            LocalDate from,
            LocalDate to,
            @Nullable AsOf asOf,
            Text method,
            Protection protection) {}

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

    @Operation(description = PROMISE)
    @EffectReading
    @GetMapping("/api/v1/effects/change")
    ResponseEntity<Answer> change(
            @RequestParam(defaultValue = "none") String by,
            @RequestParam(defaultValue = "entry") String measure,
            @RequestParam(defaultValue = "EMPLOYEE") String rater,
            @RequestParam(required = false) @Nullable String compass,
            @RequestParam(required = false) @Nullable String targetGroup,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String tilbud,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate validAt,
            @RequestParam(required = false) @Nullable String knownAt) {
        AskedClocks asked = clocks.asked(validAt, knownAt);
        Edition edition = asked.of(Asked.period(quarter, from, to, asked.today(), 1));
        Map<Grouping, String> only = new EnumMap<>(Grouping.class);
        only(
                only,
                Grouping.TARGET_GROUP,
                targetGroup,
                catalogue.compasses().stream().map(Compass::code));
        only(only, Grouping.UNIT, unit, catalogue.units().all().stream().map(Unit::code));
        only(only, Grouping.TILBUD, tilbud, catalogue.offers().stream().map(Tilbud::code));
        only(
                only,
                Grouping.PROGRAMME,
                programme,
                catalogue.programmes().stream().map(Programme::code));
        ChangeDefinition definition = new ChangeDefinition(
                Asked.choice("by", by, Grouping.values(), Grouping::parameter),
                Asked.choice("measure", measure, ChangeMeasure.values(), ChangeMeasure::parameter),
                Asked.choice("rater", rater, Rater.values(), Rater::name),
                compass == null
                        ? null
                        : Asked.known(
                                "compass",
                                compass,
                                catalogue.compasses().stream().map(Compass::code)),
                only,
                edition.period());
        return answer(definition, edition);
    }

    private static void only(Map<Grouping, String> only, Grouping by, @Nullable String asked, Stream<String> codes) {
        if (asked != null) {
            only.put(by, Asked.known(by.parameter(), asked, codes));
        }
    }

    private ResponseEntity<Answer> answer(ChangeDefinition definition, Edition edition) {
        Edition.Facts all = edition.in(facts);
        LocalDate on = definition.period().to();
        Labels labels = new Labels(catalogue, on);
        List<Row> rows = ChangeFigure.of(
                        all.editions(),
                        definition,
                        catalogue.units(),
                        compass -> scales(compass, on),
                        settings.minimum())
                .stream()
                .map(row -> named(row, definition.by(), labels))
                .toList();
        Definition defined = defined(definition, edition);
        Basis basis = Basis.of(all.versions(), catalogue.version());
        return Tagged.answer(new Answer(defined, basis, rows), basis, defined);
    }

    private List<Scale> scales(String code, LocalDate on) {
        List<Scale> scales = new ArrayList<>();
        catalogue
                .compassOn(code, on)
                .ifPresent(compass -> compass.dimensions().forEach(dimension -> {
                    if (dimension.variants().isEmpty()) {
                        scales.add(new Scale(code, compass.version(), dimension.no(), null));
                    }
                    dimension
                            .variants()
                            .forEach(v -> scales.add(new Scale(code, compass.version(), dimension.no(), v)));
                }));
        return scales;
    }

    private Definition defined(ChangeDefinition definition, Edition edition) {
        Map<String, String> only = new TreeMap<>();
        definition.only().forEach((by, code) -> only.put(by.parameter(), code));
        return new Definition(
                EffectView.CHANGE.definition(),
                definition.by().parameter(),
                definition.by().label(),
                definition.measure().parameter(),
                definition.measure().label(),
                definition.rater(),
                definition.compass(),
                only,
                definition.period().from(),
                definition.period().to(),
                edition.dated(),
                METHOD,
                Protection.under(settings.minimum()));
    }

    private static Row named(ChangeFigure.Row row, Grouping by, Labels labels) {
        Scale scale = row.scale();
        List<Group> groups = row.groups().stream()
                .map(g -> new Group(g.group(), labels.of(by, g.group()), g.under(), g.cell()))
                .toList();
        return new Row(
                scale.compass(),
                scale.compassVersion(),
                labels.compass(scale.compass()),
                scale.dimension(),
                labels.dimension(scale.compass(), scale.compassVersion(), scale.dimension()),
                scale.variant(),
                row.total(),
                groups);
    }
}
