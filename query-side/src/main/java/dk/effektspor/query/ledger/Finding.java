package dk.effektspor.query.ledger;

import dk.effektspor.platform.web.ProblemTexts;
import java.util.Locale;
import java.util.Map;

/**
 * Something about the record that is not as it was.
 *
 * @param code stable; names its sentence in the message bundles
 * @param facts where, and what fills the sentence in
 */
public record Finding(String code, Map<String, Object> facts) {

    public Finding {
        facts = Map.copyOf(facts);
    }

    /** The sentence: what it is and where. */
    public String sentence(ProblemTexts texts, Locale language) {
        return texts.detail(code, language, facts);
    }
}
