package dk.effektspor.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chance. {@link Random}'s sequence is part of its contract, so that every Java throws the same numbers. */
final class Dice {

    private final Random random;

    Dice(long seed, long stream) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + stream * 0xBF58476D1CE4E5B9L);
        // Seeds that lie close together begin alike.
        random.nextLong();
        random.nextLong();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    /** Both inclusive. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    LocalDate daysAfter(LocalDate date, int from, int to) {
        return date.plusDays(between(from, to));
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** Waiting time with this mean. */
    double waiting(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> T weighted(Map<T, Double> weights) {
        double left = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        T last = weights.keySet().iterator().next();
        for (Map.Entry<T, Double> weight : weights.entrySet()) {
            last = weight.getKey();
            left -= weight.getValue();
            if (left < 0) {
                break;
            }
        }
        return last;
    }
}
