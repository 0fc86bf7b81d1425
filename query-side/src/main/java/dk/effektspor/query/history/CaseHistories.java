package dk.effektspor.query.history;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.shared.casefile.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads all facts of a case, oldest first, each raised to its present revision. No snapshot shortens the reading. */
@Component
public final class CaseHistories {

    private final StoredHistory history;
    private final Decoding decoding = new Decoding();

    CaseHistories(StoredHistory history) {
        this.history = history;
    }

    /**
     * The facts without who recorded them: what a fold needs.
     *
     * @throws Problem 404 {@code case.unknown}
     */
    public List<Fact> of(CaseId caseId) {
        List<Fact> facts = new ArrayList<>();
        history.read(
                caseId,
                0,
                StoredHistory.AT_ONCE,
                page -> facts.addAll(
                        page.parallelStream().map(decoding::bareFact).toList()));
        if (facts.isEmpty()) {
            throw new Problem(404, "case.unknown", Map.of("caseId", caseId.toString()));
        }
        return facts;
    }
}
