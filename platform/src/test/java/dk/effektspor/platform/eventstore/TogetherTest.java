package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final class Taken extends RuntimeException {}

    private final ExecutorService callers = Executors.newFixedThreadPool(16);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void every_wish_is_fulfilled_once_or_told_why_not_and_its_neighbours_are_not_troubled() throws Exception {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        AtomicInteger acting = new AtomicInteger();
        Together<Integer> together = new Together<>(
                wanted -> {
                    assertThat(acting.incrementAndGet()).isEqualTo(1);
                    try {
                        if (wanted.stream().anyMatch(TogetherTest::isTaken)) {
                            throw new Taken();
                        }
                        wanted.forEach(one -> assertThat(done.add(one)).isTrue());
                    } finally {
                        acting.decrementAndGet();
                    }
                },
                Taken.class::isInstance);
        List<Future<?>> answers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int wish = i;
            answers.add(callers.submit(() -> together.want(wish)));
        }
        for (int i = 0; i < answers.size(); i++) {
            Future<?> answer = answers.get(i);
            if (isTaken(i)) {
                assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(Taken.class);
            } else {
                answer.get(30, TimeUnit.SECONDS);
                assertThat(done).contains(i);
            }
        }
        assertThat(done).hasSize(20_000 - 20_000 / 50);
    }

    @Test
    void what_gathers_while_one_acts_is_done_in_one_go_and_fails_in_one_go() throws Exception {
        CountDownLatch firstIn = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Integer> sizes = new ArrayList<>();
        Together<Integer> together = new Together<>(
                wanted -> {
                    sizes.add(wanted.size());
                    if (sizes.size() == 1) {
                        firstIn.countDown();
                        await(goOn);
                        return;
                    }
                    throw new IllegalStateException("the store is away");
                },
                Taken.class::isInstance);
        Future<?> first = callers.submit(() -> together.want(0));
        await(firstIn);
        List<Thread> threads = new ArrayList<>();
        List<Future<?>> rest = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            int wish = i;
            CountDownLatch started = new CountDownLatch(1);
            rest.add(callers.submit(() -> {
                threads.add(Thread.currentThread());
                started.countDown();
                together.want(wish);
            }));
            await(started);
        }
        awaitParked(threads);
        goOn.countDown();
        first.get(30, TimeUnit.SECONDS);
        for (Future<?> answer : rest) {
            assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).hasMessageContaining("the store is away");
        }
        assertThat(sizes).containsExactly(1, 5);
    }

    private static boolean isTaken(int wish) {
        return wish % 50 == 7;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitParked(List<Thread> threads) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
