package dk.effektspor.platform.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of the views; there is one where the read side is part of the application. */
public interface ReadSideReport {

    /** How the views are now; never fails. */
    ReadSide now();

    /**
     * The store of the views, and what keeps them up to date.
     *
     * @param mongoVersion absent when it is away
     * @param mongoEmbedded whether it is part of this process; its version then is that of the MongoDB it speaks like
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadSide(
            boolean mongoReachable,
            @Nullable String mongoVersion,
            boolean mongoEmbedded,
            List<Projection> projections) {}

    /**
     * One projection.
     *
     * @param position of the last event taken in; -1 before the first, absent when the event store is away
     * @param head position of the last event there is
     * @param lagEvents events not yet taken in, at most
     * @param lagSeconds how long the oldest of them has waited
     * @param caughtUp whether the views can be relied on: false while they are being built
     * @param failure where and why it stopped, or what keeps it from going on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Projection(
            String name,
            @Nullable Long position,
            @Nullable Long head,
            @Nullable Long lagEvents,
            @Nullable Double lagSeconds,
            boolean caughtUp,
            @Nullable String failure) {}
}
