package dk.effektspor.query.caseview;

import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.Person;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who the case is about, who is responsible, and whether it is open.
 *
 * @param updatedAt when the latest event was recorded
 */
public record CaseHeader(
        CaseId caseId,
        CitizenId citizenId,
        CaseNumber caseNumber,
        Person person,
        String targetGroup,
        String unit,
        String caseworker,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        Instant updatedAt) {

    public boolean open() {
        return closedOn == null;
    }

    CaseHeader responsible(String newUnit, String newCaseworker) {
        return new CaseHeader(
                caseId,
                citizenId,
                caseNumber,
                person,
                targetGroup,
                newUnit,
                newCaseworker,
                openedOn,
                closedOn,
                updatedAt);
    }

    CaseHeader about(Person newPerson) {
        return new CaseHeader(
                caseId, citizenId, caseNumber, newPerson, targetGroup, unit, caseworker, openedOn, closedOn, updatedAt);
    }

    CaseHeader closed(@Nullable LocalDate on) {
        return new CaseHeader(
                caseId, citizenId, caseNumber, person, targetGroup, unit, caseworker, openedOn, on, updatedAt);
    }

    /** The same as of a later event. */
    public CaseHeader updated(Instant at) {
        return new CaseHeader(
                caseId, citizenId, caseNumber, person, targetGroup, unit, caseworker, openedOn, closedOn, at);
    }
}
