package dk.effektspor.shared;

import dk.effektspor.shared.casefile.CaseId;

/** A fact of one case, stored in the case's own stream. The families are the sealed types in {@link CaseEvents#FAMILIES}. */
public interface CaseEvent extends RecordEvent {

    CaseId caseId();
}
