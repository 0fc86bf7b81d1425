package dk.effektspor.query.caseview;

import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as the API tells it; sealed texts are opened when it is written. */
record CaseAnswer(
        CaseId caseId,
        long version,
        CaseNumber caseNumber,
        CitizenId citizenId,
        Person person,
        String targetGroup,
        String unit,
        String caseworker,
        boolean open,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        Instant updatedAt,
        @Nullable Integer step,
        List<Course> interventions,
        List<CaseView.NetworkMeeting> networkMeetings) {

    /** An intervention and where it stands. */
    record Course(Intervention.Status status, Intervention intervention) {}

    static CaseAnswer of(CaseView view, LocalDate today) {
        CaseHeader header = view.header();
        return new CaseAnswer(
                header.caseId(),
                view.version(),
                header.caseNumber(),
                header.citizenId(),
                header.person(),
                header.targetGroup(),
                header.unit(),
                header.caseworker(),
                header.open(),
                header.openedOn(),
                header.closedOn(),
                header.updatedAt(),
                position(view, today),
                view.interventions().stream().map(CaseAnswer::course).toList(),
                view.meetings());
    }

    static @Nullable Integer position(CaseView view, LocalDate date) {
        return LadderCourse.positionOn(view.interventions(), date).stream()
                .boxed()
                .findFirst()
                .orElse(null);
    }

    static Course course(Intervention intervention) {
        return new Course(intervention.status(), intervention);
    }
}
