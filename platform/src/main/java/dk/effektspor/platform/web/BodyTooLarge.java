package dk.effektspor.platform.web;

import java.io.IOException;
import java.util.Map;

/** More was sent than a request body may hold. */
final class BodyTooLarge extends IOException {

    private final long limit;

    BodyTooLarge(long limit) {
        super("Body over " + limit + " bytes");
        this.limit = limit;
    }

    Problem problem() {
        return tooLarge(limit);
    }

    static Problem tooLarge(long limit) {
        return new Problem(413, "request.too-large", Map.of("limit", limit));
    }
}
