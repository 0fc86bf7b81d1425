package dk.effektspor.query.caseview;

import dk.effektspor.query.platform.VersionedView;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as it is now, with all it takes to tell its ladder and its compass on any date. */
public record CaseView(
        CaseHeader header,
        List<Intervention> interventions,
        List<MoveMade> moves,
        List<ScoringHistory> scorings,
        List<NetworkMeeting> meetings,
        List<Note> notes,
        long version)
        implements VersionedView {

    /** A network meeting that was held. */
    public record NetworkMeeting(
            MeetingId meetingId,
            boolean citizenPresent,
            @Nullable SealedText summary,
            LocalDate on) {}

    /** A note as it was written. */
    public record Note(NoteId noteId, SealedText text, LocalDate on) {}

    public CaseView {
        interventions = List.copyOf(interventions);
        moves = List.copyOf(moves);
        scorings = List.copyOf(scorings);
        meetings = List.copyOf(meetings);
        notes = List.copyOf(notes);
    }

    CaseView header(CaseHeader newHeader) {
        return new CaseView(newHeader, interventions, moves, scorings, meetings, notes, version);
    }

    CaseView interventions(List<Intervention> newInterventions) {
        return new CaseView(header, newInterventions, moves, scorings, meetings, notes, version);
    }

    CaseView moves(List<MoveMade> newMoves) {
        return new CaseView(header, interventions, newMoves, scorings, meetings, notes, version);
    }

    CaseView scorings(List<ScoringHistory> newScorings) {
        return new CaseView(header, interventions, moves, newScorings, meetings, notes, version);
    }

    CaseView meetings(List<NetworkMeeting> newMeetings) {
        return new CaseView(header, interventions, moves, scorings, newMeetings, notes, version);
    }

    CaseView notes(List<Note> newNotes) {
        return new CaseView(header, interventions, moves, scorings, meetings, newNotes, version);
    }
}
