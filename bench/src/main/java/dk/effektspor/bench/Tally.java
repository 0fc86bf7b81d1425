package dk.effektspor.bench;

import java.util.Arrays;

/** What became of a number of commands: accepted after so long, shed, or neither, which a measurement must not pass over. */
final class Tally {

    private long[] accepted = new long[4096];
    private long[] shedTimes = new long[4096];
    private int acceptedCount;
    private int shed;
    private int other;
    private int notSent;
    private double seconds;

    void add(int status, long nanos) {
        if (status == 201 || status == 204) {
            accepted = with(accepted, acceptedCount++, nanos);
        } else if (status == 503 || status == 429) {
            shedTimes = with(shedTimes, shed++, nanos);
        } else {
            other++;
        }
    }

    void notSent() {
        notSent++;
    }

    Tally over(double seconds) {
        this.seconds = seconds;
        accepted = Arrays.copyOf(accepted, acceptedCount);
        shedTimes = Arrays.copyOf(shedTimes, shed);
        Arrays.sort(accepted);
        Arrays.sort(shedTimes);
        return this;
    }

    double acceptedPerSecond() {
        return acceptedCount / seconds;
    }

    double offeredPerSecond() {
        return (acceptedCount + shed + other + notSent) / seconds;
    }

    /** The time within which this part of the accepted was answered. */
    double acceptedMillis(double part) {
        return millis(accepted, part);
    }

    /** The time within which this part of the others was turned away. */
    double shedMillis(double part) {
        return millis(shedTimes, part);
    }

    double shedShare() {
        return shed / Math.max(1.0, acceptedCount + (double) shed + other + notSent);
    }

    /** Answered with anything else, or never sent for want of a connection. */
    int amiss() {
        return other + notSent;
    }

    /** No number if there were none, as there may be none shed. */
    private static double millis(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : Figures.millisAt(sorted, part);
    }

    private static long[] with(long[] times, int at, long time) {
        long[] room = at < times.length ? times : Arrays.copyOf(times, 2 * times.length);
        room[at] = time;
        return room;
    }
}
