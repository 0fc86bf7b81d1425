package dk.effektspor.platform.load;

import static dk.effektspor.platform.load.WorkGate.Verdict.ADMITTED;
import static dk.effektspor.platform.load.WorkGate.Verdict.QUEUE_FULL;
import static dk.effektspor.platform.load.WorkGate.Verdict.WAITED_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkGateTest {

    private static final Duration FOR_EVER = Duration.ofMinutes(5);

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void nobody_is_left_waiting() {
        callers.shutdownNow();
    }

    @Test
    void every_order_of_coming_and_going_leaves_as_many_places_as_the_arithmetic_says() {
        for (int room = 1; room <= 3; room++) {
            for (int orders = 0; orders < 1 << 12; orders++) {
                WorkGate gate = new WorkGate(room, 0, Duration.ZERO);
                int inside = 0;
                for (int step = 0; step < 12; step++) {
                    if ((orders >> step & 1) == 0) {
                        assertThat(gate.enter()).isEqualTo(inside < room ? ADMITTED : QUEUE_FULL);
                        inside = Math.min(room, inside + 1);
                    } else if (inside > 0) {
                        gate.leave();
                        inside--;
                    }
                    assertThat(gate.inWork()).isEqualTo(inside);
                    assertThat(gate.waiting()).isZero();
                }
            }
        }
    }

    @Test
    void who_is_first_in_the_row_is_first_through_the_gate() throws Exception {
        WorkGate gate = new WorkGate(1, 3, FOR_EVER);
        assertThat(gate.enter()).isEqualTo(ADMITTED);
        List<Future<WorkGate.Verdict>> row = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            int inRow = i;
            row.add(callers.submit(gate::enter));
            await().until(() -> gate.waiting() == inRow);
        }

        assertThat(gate.enter()).isEqualTo(QUEUE_FULL);
        for (int i = 0; i < 3; i++) {
            gate.leave();
            assertThat(row.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(ADMITTED);
            assertThat(row.subList(i + 1, 3)).noneMatch(Future::isDone);
            assertThat(gate.inWork()).isEqualTo(1);
        }
        gate.leave();
        assertThat(List.of(gate.inWork(), gate.waiting())).containsOnly(0);
    }

    @Test
    void after_one_was_turned_away_a_third_of_the_places_are_enough_for_a_while() throws Exception {
        AtomicLong now = new AtomicLong();
        WorkGate gate = new WorkGate(4, 2, FOR_EVER, now::get);
        for (int i = 0; i < 4; i++) {
            assertThat(gate.enter()).isEqualTo(ADMITTED);
        }
        List<Future<WorkGate.Verdict>> row = List.of(callers.submit(gate::enter), callers.submit(gate::enter));
        await().until(() -> gate.waiting() == 2);
        assertThat(gate.enter()).isEqualTo(QUEUE_FULL);
        for (int i = 0; i < 4; i++) {
            gate.leave();
        }
        for (Future<WorkGate.Verdict> waited : row) {
            assertThat(waited.get(10, TimeUnit.SECONDS)).isEqualTo(ADMITTED);
        }

        assertThat(gate.turnsAway()).isTrue();
        now.addAndGet(Duration.ofMillis(600).toNanos());
        assertThat(gate.turnsAway()).isTrue();
        assertThat(gate.enter()).isEqualTo(QUEUE_FULL);
        gate.leave();
        assertThat(gate.turnsAway()).as("one of two places is free").isFalse();
        assertThat(gate.enter()).isEqualTo(ADMITTED);
        now.addAndGet(Duration.ofMillis(400).toNanos());
        assertThat(gate.turnsAway())
                .as("who comes again and again does not make it last")
                .isFalse();
    }

    @Test
    void who_waits_too_long_is_turned_away_and_leaves_the_place_in_the_row_to_another() {
        WorkGate gate = new WorkGate(1, 1, Duration.ofMillis(20));
        assertThat(gate.enter()).isEqualTo(ADMITTED);

        for (int i = 0; i < 3; i++) {
            assertThat(gate.enter()).isEqualTo(WAITED_TOO_LONG);
            assertThat(gate.waiting()).isZero();
        }

        gate.leave();
        assertThat(gate.enter()).isEqualTo(ADMITTED);
    }

    @Test
    void who_is_interrupted_while_waiting_is_out_and_still_interrupted() throws Exception {
        WorkGate gate = new WorkGate(1, 1, FOR_EVER);
        assertThat(gate.enter()).isEqualTo(ADMITTED);
        Future<Boolean> waiting = callers.submit(
                () -> gate.enter() == WAITED_TOO_LONG && Thread.currentThread().isInterrupted());
        await().until(() -> gate.waiting() == 1);

        callers.shutdownNow();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void in_any_crowd_no_more_are_inside_than_there_are_places_and_all_leave() throws Exception {
        for (int[] bounds : new int[][] {{1, 1}, {2, 3}, {4, 0}, {3, 8}}) {
            WorkGate gate = new WorkGate(bounds[0], bounds[1], Duration.ofMillis(1));
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            Callable<int[]> caller = () -> {
                int[] verdicts = new int[WorkGate.Verdict.values().length];
                for (int turn = 0; turn < 2_000; turn++) {
                    WorkGate.Verdict verdict = gate.enter();
                    verdicts[verdict.ordinal()]++;
                    if (verdict == ADMITTED) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(20_000));
                        inside.decrementAndGet();
                        gate.leave();
                    }
                }
                return verdicts;
            };

            int admitted = 0;
            for (Future<int[]> done : callers.invokeAll(List.of(caller, caller, caller, caller, caller, caller))) {
                admitted += done.get()[ADMITTED.ordinal()];
            }

            assertThat(most).hasValueLessThanOrEqualTo(bounds[0]);
            assertThat(admitted).isPositive();
            assertThat(List.of(gate.inWork(), gate.waiting())).containsOnly(0);
        }
    }
}
