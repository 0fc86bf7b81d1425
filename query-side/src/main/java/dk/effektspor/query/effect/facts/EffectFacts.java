package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.forandringskompas.Rater;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one case contributes to figures: a pure function of its folded history, so that a correction of anything in it
 * needs nothing but to derive the facts again.
 *
 * @param version the case version the facts were derived at
 */
public record EffectFacts(
        CaseId caseId,
        long version,
        CitizenId citizen,
        String targetGroup,
        int birthYear,
        List<Scored> scorings,
        List<Moved> moves,
        List<Ran> courses,
        List<Stood> positions) {

    /**
     * A scoring with the circumstances on its date, in order of date and then of recording.
     *
     * @param at with the tilbud where the citizen was scored, if the scoring names one
     */
    public record Scored(
            LocalDate on, String compass, String compassVersion, Rater rater, Standing at, List<Reading> readings) {}

    /**
     * Who was responsible and what was active on a date. An intervention is active from the day it started until, and not
     * on, the day it ended; the highest active step is the position, the same as the ladder of the case tells.
     *
     * @param tilbud of the intervention that gives the position
     * @param programmes of the interventions active on the date
     * @param ladder absent together with a step of 0, when nothing was active
     */
    public record Standing(
            String unit,
            @Nullable String tilbud,
            List<String> programmes,
            @Nullable String ladder,
            int step) {

        Standing atTilbud(@Nullable String named) {
            return named == null ? this : new Standing(unit, named, programmes, ladder, step);
        }
    }

    /**
     * One dimension's reading; the changes compare with earlier readings of the same compass version, dimension, rater
     * and variant, and are absent for the first of them and where nothing was assessed.
     */
    public record Reading(
            int dimension,
            @Nullable String variant,
            boolean assessed,
            @Nullable Integer sinceEntry,
            @Nullable Integer sinceLast) {}

    /** A decided move; the ladder is that of the decision it led to. */
    public record Moved(MoveKind kind, String ladder, int fromStep, int toStep, LocalDate on) {}

    /** An intervention that was started; {@code to} is the date of its end, if it has one. */
    public record Ran(
            String measure, LocalDate from, @Nullable LocalDate to, List<LocalDate> breakdowns) {}

    /** Where the open case stood from a date until the day before another. */
    public record Stood(LocalDate from, @Nullable LocalDate until, Standing at) {

        public boolean on(LocalDate date) {
            return !from.isAfter(date) && (until == null || date.isBefore(until));
        }
    }

    /** The same facts, of which later events said nothing. */
    EffectFacts at(long later) {
        return new EffectFacts(caseId, later, citizen, targetGroup, birthYear, scorings, moves, courses, positions);
    }

    /** Derives the facts of a case. */
    public static EffectFacts of(EffectCase effectCase) {
        EffectCase.Opening opening = effectCase.opening();
        return new EffectFacts(
                opening.caseId(),
                effectCase.version(),
                opening.citizen(),
                opening.targetGroup(),
                opening.birthYear(),
                FactsOfCase.scorings(effectCase),
                FactsOfCase.moves(effectCase),
                FactsOfCase.courses(effectCase),
                FactsOfCase.positions(effectCase));
    }
}
