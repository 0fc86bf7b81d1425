package dk.effektspor.demo;

/** How a citizen really is on ten dimensions, of which every scoring is a noisy reading. */
final class Wellbeing {

    private static final double USUAL = 5.6;

    private final Dice dice;
    private final double drift;
    private final double[] level = new double[10];
    private double last;

    /** @param drift what half a year changes without a programme; about 0 where holding the level is the aim */
    Wellbeing(Dice dice, double start, double drift) {
        this.dice = dice;
        this.drift = drift;
        double person = dice.normal(start, 1.1);
        for (int i = 0; i < level.length; i++) {
            level[i] = dice.normal(person, 1.2);
        }
        this.last = mean();
    }

    /** Half a year passes; extremes drift towards what is usual. */
    void halfYear(double programme) {
        last = mean();
        for (int i = 0; i < level.length; i++) {
            level[i] += drift + programme + 0.06 * (USUAL - level[i]) + dice.normal(0, 0.65);
            level[i] = Math.max(0.5, Math.min(10.5, level[i]));
        }
    }

    int reading(int dimension, double bias) {
        return Math.toIntExact(Math.max(1, Math.min(10, Math.round(level[dimension - 1] + dice.normal(bias, 0.5)))));
    }

    double mean() {
        double sum = 0;
        for (double each : level) {
            sum += each;
        }
        return sum / level.length;
    }

    double change() {
        return mean() - last;
    }
}
