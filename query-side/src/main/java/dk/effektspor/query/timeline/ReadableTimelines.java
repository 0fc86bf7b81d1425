package dk.effektspor.query.timeline;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.query.platform.Freshness;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.catalogue.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The reader must be allowed to see the case as it is today, whatever point of view they ask for. */
    TimelineReading get(CaseId caseId, @Nullable Long atLeast, TwoClocks clocks, Locale language) {
        looked.forCase(caseId);
        freshness.await(caseId, atLeast, () -> timelines.version(caseId));
        List<TimelineEntry> all = timelines.of(caseId);
        TimelineReading reading = new TimelineReading(all, catalogue, texts, language);
        looked.at(caseId, reading.citizen(), reading.caseworker());
        if (!actor.get().maySeeCasesOf(reading.unit())) {
            throw new Problem(403, "access.other-unit", Map.of("unit", reading.unit()));
        }
        return clocks.isPresent() ? reading : new TimelineReading(heldAt(clocks, all), catalogue, texts, language);
    }

    private static List<TimelineEntry> heldAt(TwoClocks clocks, List<TimelineEntry> all) {
        Set<Long> held = clocks.of(all.stream().map(TimelineReading::fact).toList()).stream()
                .map(fact -> fact.recorded().version())
                .collect(Collectors.toSet());
        if (held.isEmpty()) {
            throw new Problem(404, "clocks.not-yet", Map.of());
        }
        return all.stream().filter(entry -> held.contains(entry.version())).toList();
    }
}
