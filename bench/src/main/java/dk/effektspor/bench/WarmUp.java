package dk.effektspor.bench;

import java.io.IOException;
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

    /** Slices of twice the given time; tells what each came to. */
    static void until(LightClient client, int clients, double seconds) throws IOException {
        List<Double> slices = new ArrayList<>();
        while (slices.size() < MOST && !isSteady(slices)) {
            slices.add(client.closed(clients, seconds * 2).acceptedPerSecond());
        }
        System.out.println("warm-up, commands/s: "
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
