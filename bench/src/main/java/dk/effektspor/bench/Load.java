package dk.effektspor.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A number of clients, each doing the same thing over and over for a while. */
record Load(int clients, double perSecond, double p50Millis, double p99Millis) {

    /** One client's work; the number says which client and which turn. */
    interface Work {
        void once(int client, long turn) throws Exception;
    }

    static Load run(int clients, double seconds, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long from = System.nanoTime();
            long until = from + (long) (seconds * 1e9);
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int client = c;
                tasks.add(() -> turns(client, until, work));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> done : pool.invokeAll(tasks)) {
                all.add(done.get());
            }
            double took = (System.nanoTime() - from) / 1e9;
            long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Load(clients, sorted.length / took, at(sorted, 0.50), at(sorted, 0.99));
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] turns(int client, long until, Work work) throws Exception {
        long[] times = new long[1024];
        int n = 0;
        while (System.nanoTime() < until) {
            long before = System.nanoTime();
            work.once(client, n);
            if (n == times.length) {
                times = Arrays.copyOf(times, n * 2);
            }
            times[n++] = System.nanoTime() - before;
        }
        return Arrays.copyOf(times, n);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
