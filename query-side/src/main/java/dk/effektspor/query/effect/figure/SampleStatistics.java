package dk.effektspor.query.effect.figure;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What is enough to know of a sample of whole numbers: how many, their sum and the sum of their squares. Sums are exact,
 * so the order in which cases come makes no difference.
 */
record SampleStatistics(int n, long sum, long sumOfSquares) {

    static final SampleStatistics NONE = new SampleStatistics(0, 0, 0);

    SampleStatistics plus(int x) {
        return new SampleStatistics(n + 1, sum + x, sumOfSquares + (long) x * x);
    }

    double mean() {
        return (double) sum / n;
    }

    /** Sample standard deviation, with n − 1 in the denominator. */
    double standardDeviation() {
        // n·Σx² − (Σx)² is a whole number, so nothing cancels out before the one division.
        return Math.sqrt((double) (n * sumOfSquares - sum * sum) / ((double) n * (n - 1)));
    }

    /** Half the width of the 95 % confidence interval of the mean: t(0.975; n − 1) · s / √n. */
    double margin() {
        return TDistribution.of(n - 1).inverseSurvivalProbability(0.025) * standardDeviation() / Math.sqrt(n);
    }
}
