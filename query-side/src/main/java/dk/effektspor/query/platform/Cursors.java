package dk.effektspor.query.platform;

import dk.effektspor.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins, as text the reader sends back unread. */
public final class Cursors {

    private static final String BETWEEN = "\u0001";

    private Cursors() {}

    public static String of(String order, String... place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((order + BETWEEN + String.join(BETWEEN, place)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place a cursor names, or null without cursor.
     *
     * @throws Problem 400 if the cursor was not made for this order
     */
    public static @Nullable List<String> place(@Nullable String cursor, String order, int parts) {
        if (cursor == null) {
            return null;
        }
        List<String> read;
        try {
            read = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(BETWEEN, -1));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        if (read.size() != parts + 1 || !read.get(0).equals(order)) {
            throw invalid();
        }
        return read.subList(1, read.size());
    }

    public static Problem invalid() {
        return new Problem(400, "view.invalid-cursor", Map.of());
    }
}
