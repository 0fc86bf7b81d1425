package dk.effektspor.command;

import java.util.Map;

/** The caller may not change this case: it belongs to a unit outside the caller's reach. */
public final class AccessRefused extends RuntimeException {

    /** The only ground so far. */
    public static final String OTHER_UNIT = "access.other-unit";

    private final String code;
    private final transient Map<String, Object> facts;

    public AccessRefused(String code, Map<String, Object> facts) {
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
