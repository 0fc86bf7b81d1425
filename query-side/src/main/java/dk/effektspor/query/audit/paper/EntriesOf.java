package dk.effektspor.query.audit.paper;

import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.query.timeline.CatalogueNames;
import dk.effektspor.query.timeline.Narrator;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells each registration of a case in full. */
final class EntriesOf {

    private final Map<Long, Registration> byVersion = new HashMap<>();
    private final Standings standings;
    private final Narrator narrator;
    private final FactsOf facts;
    private final ScoresOf scores;
    private final CatalogueNames names;
    private final Words words;

    /** @param known every registration known, whether or not it is told */
    EntriesOf(List<Registration> known, CitizenId citizen, OpenedTexts texts, Catalogue catalogue, Words words) {
        Map<InterventionId, Terms> decided = new HashMap<>();
        for (Registration registration : known) {
            byVersion.put(registration.recorded().version(), registration);
            if (registration.event() instanceof InterventionDecided decision) {
                decided.put(decision.interventionId(), decision.terms());
            }
        }
        this.standings = new Standings(known);
        this.narrator = new Narrator(catalogue, words.language(), decided);
        this.facts = new FactsOf(citizen, texts, catalogue, standings, words);
        this.scores = new ScoresOf(citizen, texts, catalogue, words);
        this.names = new CatalogueNames(catalogue, words.language());
        this.words = words;
    }

    Entry tell(Registration registration) {
        CaseEvent event = registration.event();
        Recorded recorded = registration.recorded();
        Entry.Standing standing = standings.of(recorded.version());
        String source = recorded.trace().get(EventTrace.SOURCE_RECORDED_AT);
        return new Entry(
                recorded.version(),
                recorded.eventId(),
                event.effectiveOn(),
                recorded.recordedAt(),
                source == null ? null : words.time(Instant.parse(source)),
                words.text("event." + event.eventName()),
                Passage.of(narrator.tell(event)),
                recordedBy(recorded.trace()),
                facts(event, recorded.version()),
                scores.of(event, corrected(standing)),
                standing,
                registration.position(),
                registration.leaf());
    }

    private List<Fact> facts(CaseEvent event, long version) {
        List<Fact> all = new ArrayList<>();
        Long beginning = standings.beginningOf(version);
        if (beginning != null) {
            all.add(new Fact(
                    "", words.text("record.subject"), Passage.of(words.text("no", beginning)), Fact.Kind.CHOICE));
        }
        all.addAll(facts.of(event));
        return all;
    }

    private @Nullable CaseEvent corrected(Entry.Standing standing) {
        Registration corrected = standing.corrects() == null ? null : byVersion.get(standing.corrects());
        return corrected == null ? null : corrected.event();
    }

    /** The user's name alone in a fact of its own, so that it can be withheld alone. */
    private List<Fact> recordedBy(Map<String, String> trace) {
        List<Fact> by = new ArrayList<>();
        add(by, "recordedBy.actor", "record.by", trace.get(EventTrace.ACTOR), Fact.Kind.EMPLOYEE);
        String role = trace.get(EventTrace.ROLE);
        String unit = trace.get(EventTrace.UNIT);
        List<String> as = new ArrayList<>();
        if (role != null) {
            as.add(words.knows("Role." + role) ? words.text("Role." + role) : role);
        }
        if (unit != null) {
            as.add(names.unit(unit));
        }
        add(by, "recordedBy.role", "record.as", as.isEmpty() ? null : String.join(", ", as), Fact.Kind.CHOICE);
        add(by, "recordedBy.client", "record.through", trace.get(EventTrace.CLIENT), Fact.Kind.CHOICE);
        add(by, "recordedBy.sourceActor", "record.source-by", trace.get(EventTrace.SOURCE_ACTOR), Fact.Kind.EMPLOYEE);
        return by;
    }

    private void add(List<Fact> by, String path, String label, @Nullable String text, Fact.Kind kind) {
        if (text != null) {
            by.add(new Fact(path, words.text(label), Passage.of(text), kind));
        }
    }
}
