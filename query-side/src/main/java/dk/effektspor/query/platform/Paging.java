package dk.effektspor.query.platform;

import dk.effektspor.shared.casefile.CaseId;
import org.jspecify.annotations.Nullable;

/** Which document an event goes to. */
public interface Paging {

    /** Id of the document that takes the event with this version. */
    String documentOf(CaseId caseId, long version);

    /** Id of the document that must be full before this one begins; null for a case's first. */
    @Nullable
    String documentBefore(CaseId caseId, long version);

    /** All of a case in one document, whose id is the case's. */
    static Paging oneDocument() {
        return new Paging() {
            @Override
            public String documentOf(CaseId caseId, long version) {
                return caseId.toString();
            }

            @Override
            public @Nullable String documentBefore(CaseId caseId, long version) {
                return null;
            }
        };
    }
}
