package dk.effektspor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Work until it becomes no faster: the compilers take minutes of it to come to everything. */
final class WarmUp {

    /** After so many slices the figures are taken as they are. */
    private static final int MOST = 24;

    /** So many slices must be no faster than as many before: on a shared machine three are slow by chance. */
    private static final int ALIKE = 4;

    private static final int FEWEST = 3 * ALIKE;

    /** Of a processor: what is left to compile now and then makes no difference. */
    private static final double COMPILERS_REST = 0.1;

    /** So few clients leave the compilers a fair share of two processors; with many they get a tenth. */
    private static final int FEW = 3;

    private static final int MOST_OF_FEW = 60;

    private WarmUp() {}

    /** Some of the work. */
    interface Slice {

        /** Does it, and says how often a second. */
        double perSecond() throws Exception;
    }

    /**
     * Commands, in slices of twice the time of a measurement, of a few clients until the server's compilers have next to
     * nothing left, and then of all. Tells what each slice came to; a trial does one.
     */
    static void until(Server server, LightClient client, int clients, Bench.Effort effort) throws Exception {
        double seconds = effort.seconds() * 2;
        List<Double> few = new ArrayList<>();
        for (int atRest = 0; !effort.isTrial() && atRest < 2 && few.size() < MOST_OF_FEW; ) {
            double before = server.compilerSeconds();
            long from = System.nanoTime();
            few.add(client.closed(Math.min(FEW, clients), seconds).acceptedPerSecond());
            atRest = compilersRested(server, before, from) ? atRest + 1 : 0;
        }
        tell("warm-up of " + FEW + " clients", few);
        List<Double> all = new ArrayList<>();
        for (int slice = 0; slice < (effort.isTrial() ? 1 : ALIKE); slice++) {
            all.add(client.closed(clients, seconds).acceptedPerSecond());
        }
        tell("warm-up of " + clients + " clients", all);
        System.out.printf(Locale.ROOT, "compilers so far: %.0f s of processor time%n", server.compilerSeconds());
    }

    /**
     * The same question or other work again and again until the server's compilers have next to nothing left; a trial does it
     * once.
     */
    static void again(Server server, Bench.Effort effort, Figures.Act act) throws Exception {
        if (effort.isTrial()) {
            act.once(0);
            return;
        }
        int turns = 0;
        for (int slice = 0, atRest = 0; atRest < 2 && slice < MOST; slice++) {
            double before = server.compilerSeconds();
            long from = System.nanoTime();
            do {
                act.once(turns++);
            } while (secondsSince(from) < effort.seconds());
            atRest = compilersRested(server, before, from) ? atRest + 1 : 0;
        }
        System.out.println("warm-up: done " + turns + " times");
    }

    private static boolean compilersRested(Server server, double before, long from) throws IOException {
        return server.compilerSeconds() - before < COMPILERS_REST * secondsSince(from);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /** Tells what each slice came to; a trial does one. */
    static void until(Bench.Effort effort, Slice slice) throws Exception {
        int most = effort.isTrial() ? 1 : MOST;
        List<Double> slices = new ArrayList<>();
        while (slices.size() < most && !isSteady(slices)) {
            slices.add(slice.perSecond());
        }
        tell("warm-up", slices);
    }

    private static void tell(String what, List<Double> slices) {
        System.out.println(what + ", a second: "
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
