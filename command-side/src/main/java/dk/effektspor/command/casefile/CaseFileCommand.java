package dk.effektspor.command.casefile;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case as such. */
public sealed interface CaseFileCommand extends CaseCommand {

    record OpenCase(
            @TargetAggregateIdentifier CaseId caseId,
            CitizenId citizenId,
            CaseNumber caseNumber,
            Person person,
            String targetGroup,
            String unit,
            String caseworker,
            LocalDate effectiveOn)
            implements CaseFileCommand {}

    record AssignCase(@TargetAggregateIdentifier CaseId caseId, String caseworker, LocalDate effectiveOn)
            implements CaseFileCommand {}

    record TransferCase(
            @TargetAggregateIdentifier CaseId caseId,
            String toUnit,
            String caseworker,
            @Nullable SealedText reason,
            LocalDate effectiveOn)
            implements CaseFileCommand {}

    record UpdatePerson(
            @TargetAggregateIdentifier CaseId caseId,
            Person person,
            @Nullable SealedText reason,
            LocalDate effectiveOn) implements CaseFileCommand {}

    record AddNote(@TargetAggregateIdentifier CaseId caseId, NoteId noteId, SealedText text, LocalDate effectiveOn)
            implements CaseFileCommand {}

    record HoldNetworkMeeting(
            @TargetAggregateIdentifier CaseId caseId,
            MeetingId meetingId,
            boolean citizenPresent,
            @Nullable SealedText summary,
            LocalDate effectiveOn)
            implements CaseFileCommand {}

    record CloseCase(@TargetAggregateIdentifier CaseId caseId, SealedText reason, LocalDate effectiveOn)
            implements CaseFileCommand {}

    record ReopenCase(@TargetAggregateIdentifier CaseId caseId, SealedText reason, LocalDate effectiveOn)
            implements CaseFileCommand {}
}
