package dk.effektspor.platform.web;

import java.util.Map;

/**
 * Ends a request with an RFC 9457 problem. The code is stable and names the sentence in the message bundles
 * ({@code problem.<code>}); the facts fill it in and are part of the answer. Neither may hold personal data.
 */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final transient Map<String, Object> facts;

    public Problem(int status, String code, Map<String, Object> facts) {
        super(status + " " + code + " " + facts, null, false, false);
        this.status = status;
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    /** HTTP status to answer with. */
    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    /** The request names a field that breaks a rule of form: 400 {@code request.invalid-field}. */
    public static Problem invalidField(String field, String rule) {
        return new Problem(400, "request.invalid-field", Map.of("field", field, "rule", rule));
    }
}
