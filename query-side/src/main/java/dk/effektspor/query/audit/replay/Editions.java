package dk.effektspor.query.audit.replay;

import dk.effektspor.query.audit.replay.ReplayedEvent.InForce;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Measure;
import dk.effektspor.shared.catalogue.Validity;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which editions of the catalogues an event rests on: those in force on the day it took effect. */
final class Editions {

    private final Catalogue catalogue;

    Editions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<InForce> of(CaseEvent event) {
        LocalDate on = event.effectiveOn();
        List<InForce> editions = new ArrayList<>();
        if (event instanceof CaseOpened opened) {
            catalogue
                    .compassOn(opened.targetGroup(), on)
                    .ifPresent(c -> editions.add(new InForce("compasses", c.code(), c.version())));
            catalogue
                    .ladderOn(opened.targetGroup(), on)
                    .ifPresent(l -> editions.add(edition("ladders", l.id(), l.validity())));
            unit(opened.unit(), on, editions);
        } else if (event instanceof CaseTransferred transferred) {
            unit(transferred.fromUnit(), on, editions);
            unit(transferred.toUnit(), on, editions);
        } else if (event instanceof InterventionDecided decided) {
            terms(decided.terms(), on, editions);
        } else if (event instanceof PlacementSiteChanged changed) {
            offer(changed.toTilbud(), on, editions);
        } else if (event instanceof CompassScored scored) {
            scoring(scored.scoring(), on, editions);
        } else if (event instanceof ScoringCorrected corrected) {
            scoring(corrected.scoring(), on, editions);
        }
        return editions;
    }

    /** The paragraphs a decision rests on. */
    static List<LegalBasis> legalBasis(CaseEvent event) {
        if (event instanceof InterventionDecided decided) {
            Terms terms = decided.terms();
            return Stream.of(
                            terms.legalBasis(),
                            terms.placementBasis() == null
                                    ? null
                                    : terms.placementBasis().basis())
                    .filter(Objects::nonNull)
                    .toList();
        }
        return List.of();
    }

    private void terms(Terms terms, LocalDate on, List<InForce> editions) {
        catalogue.ladder(terms.ladder()).ifPresent(l -> editions.add(edition("ladders", l.id(), l.validity())));
        catalogue
                .measure(terms.measure())
                .ifPresent(m -> editions.add(edition("measures", m.code(), validity(m, terms.legalBasis(), on))));
        if (terms.programme() != null) {
            editions.add(new InForce("programmes", terms.programme(), null));
        }
        offer(terms.tilbud(), on, editions);
    }

    private void scoring(Scoring scoring, LocalDate on, List<InForce> editions) {
        editions.add(new InForce("compasses", scoring.compass(), scoring.compassVersion()));
        offer(scoring.tilbud(), on, editions);
    }

    private void offer(@Nullable String code, LocalDate on, List<InForce> editions) {
        if (code != null) {
            catalogue.offerOn(code, on).ifPresent(o -> editions.add(edition("offers", o.code(), o.validity())));
        }
    }

    private void unit(String code, LocalDate on, List<InForce> editions) {
        catalogue.units().all().stream()
                .filter(u -> u.code().equals(code) && u.validity().holdsOn(on))
                .findFirst()
                .ifPresent(u -> editions.add(edition("units", u.code(), u.validity())));
    }

    private static Validity validity(Measure measure, LegalBasis basis, LocalDate on) {
        return measure.bases().stream()
                .filter(b -> b.basis().equals(basis) && b.validity().holdsOn(on))
                .map(Measure.DatedBasis::validity)
                .findFirst()
                .orElse(Validity.ALWAYS);
    }

    private static InForce edition(String catalogue, String entry, Validity validity) {
        return new InForce(
                catalogue,
                entry,
                validity.from() == null ? null : validity.from().toString());
    }
}
