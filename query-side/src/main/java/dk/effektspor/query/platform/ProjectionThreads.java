package dk.effektspor.query.platform;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads a thread dump can be read by. */
record ProjectionThreads(String name, AtomicInteger count) implements ThreadFactory {

    ProjectionThreads(String name) {
        this(name, new AtomicInteger());
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
