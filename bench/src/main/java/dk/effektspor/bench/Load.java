package dk.effektspor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a number of clients came to, each doing the same thing over and over for a while. */
record Load(double perSecond) {

    /** One client's work; the number says which client and which turn. */
    interface Work {
        void once(int client, long turn) throws Exception;
    }

    static Load run(int clients, double seconds, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long from = System.nanoTime();
            long until = from + (long) (seconds * 1e9);
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int client = c;
                tasks.add(() -> turns(client, until, work));
            }
            long done = 0;
            for (Future<Long> turns : pool.invokeAll(tasks)) {
                done += turns.get();
            }
            return new Load(done / ((System.nanoTime() - from) / 1e9));
        } finally {
            pool.shutdownNow();
        }
    }

    private static long turns(int client, long until, Work work) throws Exception {
        long turn = 0;
        while (System.nanoTime() < until) {
            work.once(client, turn++);
        }
        return turn;
    }
}
