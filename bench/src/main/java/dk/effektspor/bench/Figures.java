package dk.effektspor.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Medians and percentiles. */
final class Figures {

    private Figures() {}

    /** Runs something a number of times and gives the times it took, in milliseconds, sorted. */
    static double[] times(int count, Act act) throws Exception {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            millis[i] = time(act, i);
        }
        Arrays.sort(millis);
        return millis;
    }

    /** Times each of several again and again, one after the other; the times of each, sorted. */
    static List<double[]> inTurn(int count, List<Act> acts) throws Exception {
        List<double[]> millis = acts.stream().map(act -> new double[count]).toList();
        for (int i = 0; i < count; i++) {
            for (int act = 0; act < acts.size(); act++) {
                millis.get(act)[i] = time(acts.get(act), i);
            }
        }
        millis.forEach(Arrays::sort);
        return millis;
    }

    private static double time(Act act, int turn) throws Exception {
        long before = System.nanoTime();
        act.once(turn);
        return (System.nanoTime() - before) / 1e6;
    }

    /** Something to be timed; the number counts the turns. */
    interface Act {
        void once(int turn) throws Exception;
    }

    /** The figure that this part of the sorted ones does not exceed; there must be some. */
    static double at(double[] sorted, double part) {
        return sorted[index(sorted.length, part)];
    }

    /** The same of times in nanoseconds, in milliseconds. */
    static double millisAt(long[] sortedNanos, double part) {
        return sortedNanos[index(sortedNanos.length, part)] / 1e6;
    }

    private static int index(int count, double part) {
        return (int) Math.min(count - 1, count * part);
    }

    static <T> double median(List<T> measured, ToDoubleFunction<T> figure) {
        return at(measured.stream().mapToDouble(figure).sorted().toArray(), 0.5);
    }
}
