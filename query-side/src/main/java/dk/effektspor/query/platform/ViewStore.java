package dk.effektspor.query.platform;

import java.util.Map;
import java.util.Set;

/**
 * Where a projection keeps its documents. Both methods take a whole batch, so that a batch costs one round trip each.
 *
 * @param <V> the view
 */
public interface ViewStore<V> {

    /** Makes ready for writing; asked each time a projection begins, since the documents may have been lost meanwhile. */
    default void prepare() {}

    /** Those of the documents that exist, by id. */
    Map<String, V> load(Set<String> ids);

    /** Replaces the documents; must be harmless when repeated, because the token is stored after it. */
    void save(Map<String, V> views);

    /** Forgets everything, before a replay. */
    void clear();
}
