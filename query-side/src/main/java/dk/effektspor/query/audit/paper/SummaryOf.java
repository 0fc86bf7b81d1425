package dk.effektspor.query.audit.paper;

import dk.effektspor.query.caseview.CaseView;
import dk.effektspor.query.caseview.CompassAnswer;
import dk.effektspor.query.caseview.Intervention;
import dk.effektspor.query.caseview.LadderCourse;
import dk.effektspor.query.timeline.CatalogueNames;
import dk.effektspor.query.timeline.Sentences;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Ladder;
import dk.effektspor.shared.forandringskompas.Rater;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The case on one page, from the same view that the screen shows. */
final class SummaryOf {

    private record Reader(String compass, String version, Rater rater) {}

    private final Catalogue catalogue;
    private final CatalogueNames names;
    private final Sentences sentences;
    private final Words words;

    SummaryOf(Catalogue catalogue, Words words) {
        this.catalogue = catalogue;
        this.names = new CatalogueNames(catalogue, words.language());
        this.sentences = Sentences.in(words.language());
        this.words = words;
    }

    Dossier.Summary of(CaseView view, LocalDate until) {
        Ladder ladder = ladder(view, until);
        List<Dossier.Stay> stays = LadderCourse.stays(view.interventions()).stream()
                .map(stay -> new Dossier.Stay(stay.step(), step(ladder, stay.step()), stay.from(), stay.until()))
                .toList();
        return new Dossier.Summary(
                steps(ladder, stays),
                stays,
                until,
                view.interventions().stream().map(this::intervention).toList(),
                compasses(view));
    }

    /** The ladder of the latest decision, or the one in force; a case that moved to another keeps the numbers. */
    private @Nullable Ladder ladder(CaseView view, LocalDate until) {
        List<Intervention> interventions = view.interventions();
        return (interventions.isEmpty()
                        ? catalogue.ladderOn(view.header().targetGroup(), until)
                        : catalogue.ladder(interventions
                                .get(interventions.size() - 1)
                                .terms()
                                .ladder()))
                .orElse(null);
    }

    private List<String> steps(@Nullable Ladder ladder, List<Dossier.Stay> stays) {
        int highest = Math.max(
                ladder == null
                        ? 1
                        : ladder.steps().stream()
                                .mapToInt(Ladder.Step::step)
                                .max()
                                .orElse(1),
                stays.stream().mapToInt(Dossier.Stay::step).max().orElse(1));
        List<String> steps = new ArrayList<>();
        for (int step = 1; step <= highest; step++) {
            steps.add(step(ladder, step));
        }
        return steps;
    }

    private String step(@Nullable Ladder ladder, int step) {
        return ladder == null ? String.valueOf(step) : names.step(ladder.id(), step);
    }

    private Dossier.Intervention intervention(Intervention intervention) {
        String tilbud = intervention.sites().isEmpty()
                ? words.text("none")
                : names.tilbud(intervention
                        .sites()
                        .get(intervention.sites().size() - 1)
                        .tilbud());
        Intervention.End end = intervention.end();
        return new Dossier.Intervention(
                intervention.decidedIn(),
                names.measure(intervention.terms().measure()),
                intervention.terms().step(),
                tilbud,
                intervention.decidedOn(),
                intervention.startedOn(),
                end == null ? null : end.on(),
                words.text("status." + intervention.status().name()),
                intervention.status() == Intervention.Status.ANNULLED);
    }

    private List<Dossier.Compass> compasses(CaseView view) {
        Map<Reader, List<Dossier.Reading>> readings = new LinkedHashMap<>();
        for (CompassAnswer.Series series : CompassAnswer.of(view).series()) {
            readings.computeIfAbsent(
                            new Reader(series.compass(), series.compassVersion(), series.rater()),
                            reader -> new ArrayList<>())
                    .add(reading(series));
        }
        return readings.entrySet().stream()
                .map(entry -> new Dossier.Compass(
                        names.targetGroup(entry.getKey().compass()),
                        sentences.text("Rater." + entry.getKey().rater().name(), Map.of()),
                        entry.getValue()))
                .toList();
    }

    private Dossier.Reading reading(CompassAnswer.Series series) {
        List<CompassAnswer.Reading> all = series.readings();
        String name = catalogue
                .compass(series.compass(), series.compassVersion())
                .flatMap(compass -> compass.dimension(series.dimension()))
                .map(dimension -> dimension.name().in(words.language()))
                .orElse("");
        return new Dossier.Reading(
                words.text("dimension", series.dimension(), name),
                all.size(),
                point(all.get(0)),
                point(all.get(all.size() - 1)));
    }

    private static Dossier.Point point(CompassAnswer.Reading reading) {
        return new Dossier.Point(reading.on(), reading.score());
    }
}
