package dk.effektspor.command;

import java.util.Map;

/**
 * A rule says no. The code is stable ({@code <feature>.<condition>}) and looked up for a sentence in the reader's
 * language; the facts fill it in. Raised before any event is applied. Neither may hold personal data.
 */
public final class RuleViolation extends RuntimeException {

    private final String code;
    private final transient Map<String, Object> facts;

    public RuleViolation(String code, Map<String, Object> facts) {
        super(code + " " + facts, null, false, false);
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
