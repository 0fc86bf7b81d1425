package dk.effektspor.query.effect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.effektspor.platform.security.EffectReading;
import dk.effektspor.query.effect.facts.AsOf;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.facts.MoveKind;
import dk.effektspor.query.effect.figure.CountCell;
import dk.effektspor.query.effect.figure.Period;
import dk.effektspor.query.effect.figure.StepDistribution;
import dk.effektspor.query.effect.figure.StepMatrix;
import dk.effektspor.query.effect.figure.StepMatrix.MovesCell;
import dk.effektspor.query.effect.reference.References;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers where citizens stand on the Indsatstrappe, and which moves were decided. */
@RestController
class StepController {

    private final EffectFactStore facts;
    private final Catalogue catalogue;
    private final EffectSettings settings;
    private final References references;
    private final ClocksOfRequest clocks;

    StepController(
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
    record Definition(
            Text population,
            @Nullable String targetGroup,
            LocalDate from,
            LocalDate to,
            @Nullable AsOf asOf,
            Protection protection) {}

    record Steps(Definition definition, Basis basis, List<Quarter> quarters, List<References.Series> references) {}

    record Quarter(String quarter, LocalDate on, CountCell total, List<Position> positions) {}

    record Position(
            String position, Text name, @JsonUnwrapped CountCell cell) {}

    record Matrix(Definition definition, Basis basis, List<Kind> kinds) {}

    record Kind(MoveKind kind, Text name, MovesCell total, List<FromTo> cells) {}

    record FromTo(
            String ladder,
            int from,
            Text fromName,
            int to,
            Text toName,
            @JsonUnwrapped MovesCell cell) {}

    @EffectReading
    @GetMapping("/api/v1/effects/steps")
    ResponseEntity<Steps> steps(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String targetGroup,
            @RequestParam(required = false) @Nullable LocalDate validAt,
            @RequestParam(required = false) @Nullable String knownAt) {
        AskedClocks asked = clocks.asked(validAt, knownAt);
        Edition edition = asked.ofQuarters(Asked.period(null, from, to, asked.today(), 2));
        Period period = edition.period();
        Edition.Facts all = edition.in(facts);
        Labels labels = new Labels(catalogue, period.to());
        List<Quarter> quarters = StepDistribution.of(all.editions(), period, targetGroup, settings.minimum()).stream()
                .map(q -> named(q, labels))
                .toList();
        Definition definition = new Definition(
                EffectView.STEPS.definition(),
                targetGroup,
                period.from(),
                period.to(),
                edition.dated(),
                Protection.under(settings.minimum()));
        Basis basis = Basis.of(all.versions(), catalogue.version());
        List<References.Series> beside = references.beside("steps");
        return Tagged.answer(new Steps(definition, basis, quarters, beside), basis, definition, beside);
    }

    private static Quarter named(StepDistribution.Quarter quarter, Labels labels) {
        List<Position> positions = quarter.positions().stream()
                .map(p -> new Position(p.position(), labels.position(p.position()), p.cell()))
                .toList();
        return new Quarter(quarter.quarter(), quarter.on(), quarter.total(), positions);
    }

    @EffectReading
    @GetMapping("/api/v1/effects/step-matrix")
    ResponseEntity<Matrix> matrix(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate validAt,
            @RequestParam(required = false) @Nullable String knownAt) {
        AskedClocks asked = clocks.asked(validAt, knownAt);
        Edition edition = asked.of(Asked.period(null, from, to, asked.today(), 1));
        Period period = edition.period();
        Edition.Facts all = edition.in(facts);
        Labels labels = new Labels(catalogue, period.to());
        List<Kind> kinds = StepMatrix.of(all.editions(), period, settings.minimum()).stream()
                .map(k -> named(k, labels))
                .toList();
        Definition definition = new Definition(
                EffectView.STEP_MATRIX.definition(),
                null,
                period.from(),
                period.to(),
                edition.dated(),
                Protection.under(settings.minimum()));
        Basis basis = Basis.of(all.versions(), catalogue.version());
        return Tagged.answer(new Matrix(definition, basis, kinds), basis, definition);
    }

    private static Kind named(StepMatrix.Kind kind, Labels labels) {
        List<FromTo> cells = kind.cells().stream()
                .map(c -> new FromTo(
                        c.ladder(),
                        c.from(),
                        labels.step(c.ladder(), c.from()),
                        c.to(),
                        labels.step(c.ladder(), c.to()),
                        c.cell()))
                .toList();
        return new Kind(kind.kind(), kind.kind().label(), kind.total(), cells);
    }
}
