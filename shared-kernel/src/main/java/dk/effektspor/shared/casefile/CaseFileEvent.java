package dk.effektspor.shared.casefile;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventName;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What can happen to a case as such. */
public sealed interface CaseFileEvent extends CaseEvent {

    /**
     * A case was opened for a citizen.
     *
     * @param targetGroup code of one of the twelve compasses' target groups
     * @param unit code of the authority unit responsible
     * @param caseworker user name of the responsible caseworker
     */
    @EventName("case.opened")
    @Revision("1")
    record CaseOpened(
            CaseId caseId,
            CitizenId citizenId,
            CaseNumber caseNumber,
            Person person,
            String targetGroup,
            String unit,
            String caseworker,
            LocalDate effectiveOn)
            implements CaseFileEvent {}

    /** Another caseworker of the same unit took over. */
    @EventName("case.assigned")
    @Revision("1")
    record CaseAssigned(CaseId caseId, String caseworker, LocalDate effectiveOn) implements CaseFileEvent {}

    /** Another unit took over, with a caseworker of its own. */
    @EventName("case.transferred")
    @Revision("1")
    record CaseTransferred(
            CaseId caseId,
            String fromUnit,
            String toUnit,
            String caseworker,
            @Nullable SealedText reason,
            LocalDate effectiveOn)
            implements CaseFileEvent {}

    /** Name, address or bydel of the citizen changed, or was first recorded wrongly. */
    @EventName("case.person-updated")
    @Revision("1")
    record PersonUpdated(
            CaseId caseId, Person person, @Nullable SealedText reason, LocalDate effectiveOn)
            implements CaseFileEvent {}

    /** Something worth keeping was written down (notatpligt, OFL §13). */
    @EventName("case.note-added")
    @Revision("1")
    record NoteAdded(CaseId caseId, NoteId noteId, SealedText text, LocalDate effectiveOn) implements CaseFileEvent {}

    /** Family, network and professionals met about the case (every 8 weeks in Tæt på Familien, seed 001 p. 16). */
    @EventName("case.network-meeting-held")
    @Revision("1")
    record NetworkMeetingHeld(
            CaseId caseId,
            MeetingId meetingId,
            boolean citizenPresent,
            @Nullable SealedText summary,
            LocalDate effectiveOn)
            implements CaseFileEvent {}

    /** The case was closed; the record stays. */
    @EventName("case.closed")
    @Revision("1")
    record CaseClosed(CaseId caseId, SealedText reason, LocalDate effectiveOn) implements CaseFileEvent {}

    /** A closed case was taken up again. */
    @EventName("case.reopened")
    @Revision("1")
    record CaseReopened(CaseId caseId, SealedText reason, LocalDate effectiveOn) implements CaseFileEvent {}
}
