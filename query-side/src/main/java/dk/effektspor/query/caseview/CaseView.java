package dk.effektspor.query.caseview;

import dk.effektspor.query.platform.VersionedView;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is now, with all it takes to tell its ladder and its compass on any date. Its notes stand in the timeline
 * only: this is read and written for every event, and must not grow with each of them.
 */
public record CaseView(
        CaseHeader header,
        List<Intervention> interventions,
        List<MoveMade> moves,
        List<ScoringHistory> scorings,
        List<NetworkMeeting> meetings,
        long version)
        implements VersionedView {

    /** A network meeting that was held. */
    public record NetworkMeeting(
            MeetingId meetingId,
            boolean citizenPresent,
            @Nullable SealedText summary,
            LocalDate on) {}

    public CaseView {
        interventions = List.copyOf(interventions);
        moves = List.copyOf(moves);
        scorings = List.copyOf(scorings);
        meetings = List.copyOf(meetings);
    }

    CaseView header(CaseHeader newHeader) {
        return new CaseView(newHeader, interventions, moves, scorings, meetings, version);
    }

    CaseView interventions(List<Intervention> newInterventions) {
        return new CaseView(header, newInterventions, moves, scorings, meetings, version);
    }

    CaseView moves(List<MoveMade> newMoves) {
        return new CaseView(header, interventions, newMoves, scorings, meetings, version);
    }

    CaseView scorings(List<ScoringHistory> newScorings) {
        return new CaseView(header, interventions, moves, newScorings, meetings, version);
    }

    CaseView meetings(List<NetworkMeeting> newMeetings) {
        return new CaseView(header, interventions, moves, scorings, newMeetings, version);
    }
}
