package dk.effektspor.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * What a number of clients came to, each doing the same thing over and over for a while.
 *
 * @param nanos how long each turn took, sorted
 */
record Load(double perSecond, long[] nanos) {

    /** One client's work; the number says which client and which turn. */
    interface Work {
        void once(int client, long turn) throws Exception;
    }

    /** The time within which this part of the turns was done. */
    double millis(double part) {
        return Figures.millisAt(nanos, part);
    }

    static Load run(int clients, double seconds, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long from = System.nanoTime();
            long until = from + (long) (seconds * 1e9);
            List<Callable<LongStream>> tasks = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int client = c;
                tasks.add(() -> turns(client, until, work));
            }
            LongStream all = LongStream.empty();
            for (Future<LongStream> turns : pool.invokeAll(tasks)) {
                all = LongStream.concat(all, turns.get());
            }
            double took = (System.nanoTime() - from) / 1e9;
            long[] nanos = all.sorted().toArray();
            return new Load(nanos.length / took, nanos);
        } finally {
            pool.shutdownNow();
        }
    }

    private static LongStream turns(int client, long until, Work work) throws Exception {
        long[] nanos = new long[1024];
        int turn = 0;
        for (long before = System.nanoTime(); before < until; turn++) {
            work.once(client, turn);
            long after = System.nanoTime();
            nanos = turn < nanos.length ? nanos : Arrays.copyOf(nanos, 2 * nanos.length);
            nanos[turn] = after - before;
            before = after;
        }
        return Arrays.stream(nanos, 0, turn);
    }
}
