package dk.effektspor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Work until it becomes no faster: the compiler takes minutes of it to come to everything. */
final class WarmUp {

    /** After so many slices the figures are taken as they are. */
    private static final int MOST = 24;

    /** So many slices must be no faster than as many before: on a shared machine three are slow by chance. */
    private static final int ALIKE = 4;

    private static final int FEWEST = 3 * ALIKE;

    private WarmUp() {}

    /** Some of the work. */
    interface Slice {

        /** Does it, and says how often a second. */
        double perSecond() throws Exception;
    }

    /** Commands, in slices of twice the time of a measurement. */
    static void until(LightClient client, int clients, Bench.Effort effort) throws Exception {
        until(effort, () -> client.closed(clients, effort.seconds() * 2).acceptedPerSecond());
    }

    /** Tells what each slice came to; a trial does one. */
    static void until(Bench.Effort effort, Slice slice) throws Exception {
        int most = effort.isTrial() ? 1 : MOST;
        List<Double> slices = new ArrayList<>();
        while (slices.size() < most && !isSteady(slices)) {
            slices.add(slice.perSecond());
        }
        System.out.println("warm-up, a second: "
                + slices.stream()
                        .map(s -> String.format(Locale.ROOT, "%.0f", s))
                        .toList());
    }

    private static boolean isSteady(List<Double> slices) {
        int n = slices.size();
        return n >= FEWEST && sum(slices.subList(n - ALIKE, n)) < 1.03 * sum(slices.subList(n - 2 * ALIKE, n - ALIKE));
    }

    private static double sum(List<Double> slices) {
        return slices.stream().mapToDouble(Double::doubleValue).sum();
    }
}
