package dk.effektspor.command;

import java.util.LinkedHashMap;
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

    /**
     * Refuses if a rule is broken.
     *
     * @param facts names and values by turns
     */
    public static void refuseWhen(boolean broken, String code, Object... facts) {
        if (broken) {
            throw of(code, facts);
        }
    }

    /**
     * The violation of a rule.
     *
     * @param facts names and values by turns
     */
    public static RuleViolation of(String code, Object... facts) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            named.put((String) facts[i], facts[i + 1]);
        }
        return new RuleViolation(code, named);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
