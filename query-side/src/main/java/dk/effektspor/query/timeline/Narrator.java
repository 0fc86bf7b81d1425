package dk.effektspor.query.timeline;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Moved;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells an event as a sentence, in the catalogue's names rather than its codes. */
public final class Narrator {

    private final Sentences sentences;
    private final CatalogueNames names;
    private final Locale language;
    private final Map<InterventionId, Terms> decided;

    /** @param decided what was decided in the case, since later events name an intervention by its id only */
    public Narrator(Catalogue catalogue, Locale language, Map<InterventionId, Terms> decided) {
        this.sentences = Sentences.in(language);
        this.names = new CatalogueNames(catalogue, language);
        this.language = "en".equals(language.getLanguage()) ? Locale.UK : language;
        this.decided = decided;
    }

    /** The sentence, names and all. */
    public String tell(CaseEvent event) {
        if (event instanceof CaseOpened e) {
            return sentences.event(
                    e,
                    "",
                    Map.of(
                            "caseNumber", e.caseNumber().value(),
                            "unit", names.unit(e.unit()),
                            "caseworker", e.caseworker(),
                            "targetGroup", names.targetGroup(e.targetGroup())));
        }
        if (event instanceof CaseAssigned e) {
            return sentences.event(e, "", Map.of("caseworker", e.caseworker()));
        }
        if (event instanceof CaseTransferred e) {
            return sentences.event(
                    e,
                    "",
                    Map.of(
                            "fromUnit", names.unit(e.fromUnit()),
                            "toUnit", names.unit(e.toUnit()),
                            "caseworker", e.caseworker()));
        }
        if (event instanceof NetworkMeetingHeld e) {
            return sentences.event(e, e.citizenPresent() ? ".with-citizen" : ".without-citizen", Map.of());
        }
        if (event instanceof CompassScored e) {
            return scored(e, e.scoring());
        }
        if (event instanceof ScoringCorrected e) {
            return scored(e, e.scoring());
        }
        if (event instanceof IndsatstrappeEvent e) {
            return indsatstrappe(e);
        }
        return sentences.event(event, "", Map.of());
    }

    private String indsatstrappe(IndsatstrappeEvent event) {
        if (event instanceof InterventionDecided e) {
            return decided(e);
        }
        if (event instanceof Moved e) {
            return sentences.event(
                    event,
                    "",
                    Map.of(
                            "from", measure(e.move().from()),
                            "to", measure(e.move().to()),
                            "fromStep", String.valueOf(e.move().fromStep()),
                            "toStep", String.valueOf(e.move().toStep())));
        }
        if (event instanceof InterventionExtended e) {
            return sentences.event(
                    e, "", Map.of("measure", measure(e.interventionId()), "plannedEnd", date(e.plannedEnd())));
        }
        if (event instanceof InterventionAdjusted e) {
            return sentences.event(e, "", Map.of("measure", measure(e.interventionId()), "what", adjusted(e)));
        }
        if (event instanceof PlacementSiteChanged e) {
            String variant = (e.breakdown() ? ".breakdown" : ".planned") + (e.fromTilbud() == null ? ".first" : "");
            return sentences.event(
                    e,
                    variant,
                    Map.of(
                            "measure", measure(e.interventionId()),
                            "from", e.fromTilbud() == null ? "" : names.tilbud(e.fromTilbud()),
                            "to", names.tilbud(e.toTilbud())));
        }
        if (event instanceof InterventionEnded e) {
            return sentences.event(
                    e,
                    e.breakdown() ? ".breakdown" : ".planned",
                    Map.of(
                            "measure", measure(e.interventionId()),
                            "reasons",
                                    e.reasons().stream()
                                            .sorted()
                                            .map(sentences::word)
                                            .collect(Collectors.joining(", ")),
                            "destination", sentences.word(e.destination())));
        }
        return sentences.event(event, "", Map.of("measure", measure(event.interventionId())));
    }

    private String decided(InterventionDecided event) {
        Terms terms = event.terms();
        return sentences.event(
                event,
                "",
                Map.of(
                        "measure", names.measure(terms.measure()),
                        "step", String.valueOf(terms.step()),
                        "stepName", names.step(terms.ladder(), terms.step()),
                        "law", sentences.word(terms.legalBasis().law()),
                        "paragraph", terms.legalBasis().paragraph(),
                        "plannedStart", date(terms.plannedStart()),
                        "at", fragment("at", terms.tilbud() == null ? null : names.tilbud(terms.tilbud())),
                        "with",
                                fragment(
                                        "with",
                                        terms.programme() == null ? null : names.programme(terms.programme()))));
    }

    private String fragment(String name, @Nullable String fact) {
        return fact == null ? "" : " " + sentences.text("fragment." + name, Map.of("name", fact));
    }

    private String adjusted(InterventionAdjusted event) {
        List<String> what = new ArrayList<>();
        if (event.goals() != null) {
            what.add(sentences.text("adjusted.goals", Map.of()));
        }
        if (event.exitPlan() != null) {
            what.add(sentences.text("adjusted.exitPlan", Map.of()));
        }
        if (event.plannedEnd() != null) {
            what.add(sentences.text("adjusted.plannedEnd", Map.of("date", date(event.plannedEnd()))));
        }
        if (event.rightStep() != null) {
            what.add(sentences.text("adjusted.rightStep", Map.of("judgement", sentences.word(event.rightStep()))));
        }
        return String.join(", ", what);
    }

    private String scored(CaseEvent event, Scoring scoring) {
        List<Integer> scores = scoring.scores().stream()
                .map(DimensionScore::score)
                .filter(Objects::nonNull)
                .toList();
        return sentences.event(
                event,
                scores.isEmpty() ? ".nothing-assessed" : "",
                Map.of(
                        "rater", sentences.word(scoring.rater()),
                        "occasion", sentences.word(scoring.occasion()),
                        "compass", names.targetGroup(scoring.compass()),
                        "assessed", String.valueOf(scores.size()),
                        "total", String.valueOf(scoring.scores().size()),
                        "mean",
                                String.format(
                                        language,
                                        "%.1f",
                                        scores.stream()
                                                .mapToInt(Integer::intValue)
                                                .average()
                                                .orElse(0))));
    }

    private String measure(InterventionId id) {
        Terms terms = decided.get(id);
        return terms == null ? sentences.text("unknown-intervention", Map.of()) : names.measure(terms.measure());
    }

    private String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(
                "en".equals(language.getLanguage()) ? "d MMMM yyyy" : "d. MMMM yyyy", language));
    }
}
