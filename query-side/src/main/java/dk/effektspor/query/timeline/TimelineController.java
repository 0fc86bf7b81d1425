package dk.effektspor.query.timeline;

import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.web.PageLimits;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.platform.Answers;
import dk.effektspor.query.platform.Freshness;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.catalogue.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened in a case. */
@RestController
class TimelineController {

    private final Timelines timelines;
    private final Freshness freshness;
    private final CurrentActor actor;
    private final OpenedTexts texts;
    private final Catalogue catalogue;

    TimelineController(
            Timelines timelines, Freshness freshness, CurrentActor actor, OpenedTexts texts, Catalogue catalogue) {
        this.timelines = timelines;
        this.freshness = freshness;
        this.actor = actor;
        this.texts = texts;
        this.catalogue = catalogue;
    }

    @CaseReading
    @GetMapping("/api/v1/cases/{caseId}/timeline")
    ResponseEntity<TimelineAnswer> timeline(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "RECORDED") TimelineOrder order,
            @RequestParam(defaultValue = "DESC") TimelineOrder.Direction direction,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Long atLeast,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        CaseId id = new CaseId(caseId);
        int size = PageLimits.size(limit);
        freshness.await(id, atLeast, () -> timelines.version(id));
        List<TimelineEntry> entries = timelines.of(id);
        Locale language = ProblemTexts.language(acceptLanguage);
        TimelineReading reading = new TimelineReading(entries, catalogue, texts, language);
        if (!actor.get().maySeeCasesOf(reading.unit())) {
            throw new Problem(403, "access.other-unit", Map.of("unit", reading.unit()));
        }
        List<TimelineEntry> rest = order.after(entries, direction, cursor);
        List<TimelineEntry> page = rest.subList(0, Math.min(size, rest.size()));
        String next = rest.size() > size ? order.cursor(page.get(size - 1), direction) : null;
        long version = entries.get(entries.size() - 1).version();
        return Answers.ofVersion(
                version,
                language,
                new TimelineAnswer(
                        version, page.stream().map(reading::happening).toList(), next));
    }
}
