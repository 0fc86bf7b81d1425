package dk.effektspor.query.timeline;

import dk.effektspor.query.platform.CaseFold;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Adds every event there is to its case's timeline. */
final class TimelineFold implements CaseFold<TimelinePage> {

    @Override
    public TimelinePage apply(@Nullable TimelinePage page, CaseEvent event, Recorded recorded) {
        List<byte[]> lines = page == null ? new ArrayList<>() : new ArrayList<>(page.lines());
        lines.add(line(event, recorded));
        return new TimelinePage(event.caseId(), TimelinePage.pageOf(recorded.version()), lines, recorded.version());
    }

    private static byte[] line(CaseEvent event, Recorded recorded) {
        Revision revision = event.getClass().getAnnotation(Revision.class);
        return TimelineEntry.line(
                recorded.version(),
                recorded.eventId(),
                event.eventName(),
                revision == null ? null : revision.value(),
                event.effectiveOn(),
                recorded.recordedAt(),
                subject(event),
                recorded.json().eventLine(event),
                recorded.json().traceLine());
    }

    private static @Nullable String subject(CaseEvent event) {
        if (event instanceof IndsatstrappeEvent indsatstrappe) {
            return indsatstrappe.interventionId().toString();
        }
        if (event instanceof ForandringskompasEvent forandringskompas) {
            return forandringskompas.scoringId().toString();
        }
        return null;
    }
}
