package dk.effektspor.query.audit.replay;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came of something that is done out of order, so that a failure shows where it belongs and not before. */
record Attempt<T>(@Nullable T done, @Nullable RuntimeException failure) {

    static <T> Attempt<T> at(Supplier<@Nullable T> work) {
        try {
            return new Attempt<>(work.get(), null);
        } catch (RuntimeException failure) {
            return new Attempt<>(null, failure);
        }
    }

    @Nullable
    T result() {
        if (failure != null) {
            throw failure;
        }
        return done;
    }
}
