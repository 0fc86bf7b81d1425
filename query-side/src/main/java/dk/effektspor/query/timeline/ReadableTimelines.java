package dk.effektspor.query.timeline;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.platform.Freshness;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.catalogue.Catalogue;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case's timeline for a reader who may see it, as new as they ask for. */
@Component
final class ReadableTimelines {

    private final Timelines timelines;
    private final Freshness freshness;
    private final CurrentActor actor;
    private final OpenedTexts texts;
    private final Catalogue catalogue;
    private final Looked looked;

    ReadableTimelines(
            Timelines timelines,
            Freshness freshness,
            CurrentActor actor,
            OpenedTexts texts,
            Catalogue catalogue,
            Looked looked) {
        this.timelines = timelines;
        this.freshness = freshness;
        this.actor = actor;
        this.texts = texts;
        this.catalogue = catalogue;
        this.looked = looked;
    }

    TimelineReading get(CaseId caseId, @Nullable Long atLeast, Locale language) {
        looked.forCase(caseId);
        freshness.await(caseId, atLeast, () -> timelines.version(caseId));
        TimelineReading reading = new TimelineReading(timelines.of(caseId), catalogue, texts, language);
        looked.at(caseId, reading.citizen(), reading.caseworker());
        if (!actor.get().maySeeCasesOf(reading.unit())) {
            throw new Problem(403, "access.other-unit", Map.of("unit", reading.unit()));
        }
        return reading;
    }
}
