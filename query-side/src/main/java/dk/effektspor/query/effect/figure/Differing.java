package dk.effektspor.query.effect.figure;

import dk.effektspor.shared.casefile.CitizenId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the citizens of whom two editions of a cell tell something different. Whoever holds both editions can subtract
 * one from the other, and what remains is about these citizens and nobody else.
 */
final class Differing {

    private Differing() {}

    /** Those who are in one only, and those who count for another number in it; for a cell that tells both numbers. */
    static IntStream inNumbers(Map<CitizenId, Integer> one, Map<CitizenId, Integer> other) {
        return IntStream.of(citizens(one, other, n -> true), citizens(one, other, n -> n));
    }

    /** @param tells what a cell tells of a citizen; null if nothing, as of one who is not in it */
    static <T> int citizens(Map<CitizenId, T> one, Map<CitizenId, T> other, Function<T, @Nullable Object> tells) {
        int differing = 0;
        for (Map.Entry<CitizenId, T> in : one.entrySet()) {
            differing += Objects.equals(tells.apply(in.getValue()), told(other, in.getKey(), tells)) ? 0 : 1;
        }
        for (Map.Entry<CitizenId, T> in : other.entrySet()) {
            differing += one.containsKey(in.getKey()) || tells.apply(in.getValue()) == null ? 0 : 1;
        }
        return differing;
    }

    private static <T> @Nullable Object told(
            Map<CitizenId, T> cell, CitizenId citizen, Function<T, @Nullable Object> tells) {
        T in = cell.get(citizen);
        return in == null ? null : tells.apply(in);
    }
}
