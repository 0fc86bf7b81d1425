package dk.effektspor.query.effect;

import dk.effektspor.shared.catalogue.Text;

/**
 * How small groups are kept from being recognised, and what is not guarded against.
 *
 * @param suppressedUnder fewest citizens a cell may tell of
 */
record Protection(int suppressedUnder, Text guarded, Text notGuarded) {

    static Protection under(int minimum) {
        return new Protection(
                minimum,
                new Text(
                        "grupper, delantal og retninger med færre end " + minimum
                                + " borgere vises ikke, og heller ikke det, de kunne regnes ud af i samme svar; andele er i"
                                + " hele procent; et svar om én gruppe skjuler, hvad svaret om alle grupper skjuler, og hvad"
                                + " der kunne findes ved at trække det fra det samme svar uden filter; et svar pr. en anden"
                                + " dato end nu gives andre end revisionen kun, som det var sandt ved periodens slutning, og"
                                + " som det var kendt ved udgangen af det følgende kvartal, og skjuler det, der adskiller sig"
                                + " fra de andre udgaver af samme svar ved færre borgere",
                        "groups, sub-counts and directions of fewer than " + minimum
                                + " citizens are not shown, nor what they could be computed from within the answer; shares are"
                                + " in whole per cent; an answer about one group hides what the answer about all groups hides,"
                                + " and what could be found by subtracting it from the same answer without the filter; an answer"
                                + " as of another date than now is given to others than auditors only as true when its period"
                                + " ended and as known at the end of the following quarter, and hides what differs from the"
                                + " other editions of the same answer by fewer citizens"),
                new Text(
                        "svar for forskellige perioder, bedømmere, mål, opdelinger eller sæt af flere filtre kan stadig holdes"
                                + " op mod hinanden, ligesom svar før og efter en ny hændelse; gennemsnit og spredning i små"
                                + " grupper afgrænser, hvilke enkelte forandringer der er mulige",
                        "answers for different periods, raters, measures, groupings or sets of several filters can still be"
                                + " set against each other, as can answers before and after a new event; mean and deviation"
                                + " of small groups limit which single changes are possible"));
    }
}
