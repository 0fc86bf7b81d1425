package dk.effektspor.query.platform;

import dk.effektspor.shared.CaseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an event makes of a view: a pure function, so that replay and redelivery give the same document.
 *
 * @param <V> the view
 */
@FunctionalInterface
public interface CaseFold<V> {

    /** The view after the event; {@code view} is null before the document's first event. */
    V apply(@Nullable V view, CaseEvent event, Recorded recorded);
}
