package dk.effektspor.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many entries one page of a list holds. */
public final class PageLimits {

    public static final int DEFAULT = 50;
    public static final int MAXIMUM = 200;

    private PageLimits() {}

    /** The size asked for, or the default; 400 {@code request.page-too-large} outside 1–200. */
    public static int size(@Nullable Integer requested) {
        if (requested == null) {
            return DEFAULT;
        }
        if (requested < 1 || requested > MAXIMUM) {
            throw new Problem(400, "request.page-too-large", Map.of("maximum", MAXIMUM));
        }
        return requested;
    }
}
