package dk.effektspor.query.effect.facts;

import dk.effektspor.query.effect.facts.EffectLog.Entry;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Moved;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.Move;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.util.List;

/** Packs a log in some twenty bytes an event. */
final class LogPacking {

    private final PackedWriter out = new PackedWriter();
    private long knownFrom;
    private long day;

    private LogPacking() {}

    static PackedLog packed(EffectLog log) {
        return PackedLog.of(new LogPacking().all(log.told(), log.events()));
    }

    /** A log after some more events that all say nothing: what is packed stays as it is. */
    static PackedLog packed(PackedLog log, List<Entry> quiet) {
        LogPacking packing = new LogPacking();
        packing.knownFrom = log.knownFrom();
        return PackedLog.of(packing.all(log, quiet));
    }

    private byte[] all(List<CaseEvent> told, List<Entry> events) {
        long latest = Long.MIN_VALUE;
        boolean inOrder = true;
        for (CaseEvent event : told) {
            long date = event.effectiveOn().toEpochDay();
            inOrder &= date >= latest;
            latest = Math.max(latest, date);
        }
        head(told.get(0).caseId(), events, latest, inOrder, events.size());
        events.forEach(this::entry);
        return out.bytes();
    }

    private byte[] all(PackedLog log, List<Entry> quiet) {
        head(log.caseId(), quiet, log.latest().toEpochDay(), log.inOrder(), log.version() + quiet.size());
        out.raw(log.bytes(), log.entriesFrom());
        quiet.forEach(this::entry);
        return out.bytes();
    }

    private void head(CaseId caseId, List<Entry> lastOfThem, long latest, boolean inOrder, long version) {
        out.small(PackedLog.FORMAT);
        out.uuid(caseId.value());
        out.fixed(lastOfThem.get(lastOfThem.size() - 1).knownFrom());
        out.fixed(latest);
        out.flag(inOrder);
        out.number(version);
    }

    private void entry(Entry entry) {
        CaseEvent event = entry.event();
        out.small(LogKind.of(event).ordinal());
        out.number(entry.knownFrom() - knownFrom);
        knownFrom = entry.knownFrom();
        if (event != null) {
            date(event.effectiveOn());
            event(event);
        }
    }

    private void date(LocalDate date) {
        out.signed(date.toEpochDay() - day);
        day = date.toEpochDay();
    }

    private void event(CaseEvent event) {
        if (event instanceof CaseOpened e) {
            out.uuid(e.citizenId().value());
            out.code(e.targetGroup());
            out.code(e.unit());
            out.number(e.person().birthYear());
        } else if (event instanceof PersonUpdated e) {
            out.number(e.person().birthYear());
        } else if (event instanceof CaseTransferred e) {
            out.code(e.toUnit());
        } else if (event instanceof IndsatstrappeEvent e) {
            intervention(e);
        } else if (event instanceof ForandringskompasEvent e) {
            scoring(e);
        }
    }

    private void intervention(IndsatstrappeEvent event) {
        out.id(event.interventionId().value());
        if (event instanceof InterventionDecided e) {
            Terms terms = e.terms();
            out.code(terms.measure());
            out.code(terms.ladder());
            out.number(terms.step());
            out.code(terms.tilbud());
            out.code(terms.programme());
        } else if (event instanceof InterventionEnded e) {
            out.flag(e.breakdown());
        } else if (event instanceof PlacementSiteChanged e) {
            out.code(e.toTilbud());
            out.flag(e.breakdown());
        } else if (event instanceof Moved e) {
            Move move = e.move();
            out.id(move.from().value());
            out.id(move.to().value());
            out.number(move.fromStep());
            out.number(move.toStep());
        }
    }

    private void scoring(ForandringskompasEvent event) {
        out.id(event.scoringId().value());
        if (event instanceof CompassScored e) {
            scoring(e.scoring());
        } else if (event instanceof ScoringCorrected e) {
            scoring(e.scoring());
        }
    }

    private void scoring(Scoring scoring) {
        out.code(scoring.compass());
        out.code(scoring.compassVersion());
        out.small(scoring.rater().ordinal());
        out.code(scoring.tilbud());
        out.number(scoring.scores().size());
        for (DimensionScore score : scoring.scores()) {
            Integer value = score.score();
            out.number(score.dimension());
            out.number(value == null ? 0 : value);
            out.code(score.variant());
        }
    }
}
