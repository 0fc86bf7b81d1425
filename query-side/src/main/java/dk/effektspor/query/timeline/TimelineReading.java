package dk.effektspor.query.timeline;

import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.RecordEvents;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.RawValue;

/** Reads a case's timeline to someone: in their language, its texts opened, corrections beside what they correct. */
final class TimelineReading {

    /** What a note's own address answers. */
    record Note(NoteId noteId, SealedText text, LocalDate on) {}

    private final List<TimelineEntry> entries;
    private final CitizenId citizen;
    private final String unit;
    private final String caseworker;
    private final OpenedTexts texts;
    private final Locale language;
    private final Narrator narrator;
    private final Corrections corrections;

    /** @param entries the whole timeline in recording order, which begins with the opening of the case */
    TimelineReading(List<TimelineEntry> entries, Catalogue catalogue, OpenedTexts texts, Locale language) {
        CaseOpened opened = (CaseOpened) event(entries.get(0));
        String responsible = opened.unit();
        String working = opened.caseworker();
        Map<InterventionId, Terms> decided = new HashMap<>();
        for (TimelineEntry entry : entries) {
            if (is(entry, CaseTransferred.class)) {
                CaseTransferred transfer = (CaseTransferred) event(entry);
                responsible = transfer.toUnit();
                working = transfer.caseworker();
            } else if (is(entry, InterventionDecided.class)) {
                InterventionDecided decision = (InterventionDecided) event(entry);
                decided.put(decision.interventionId(), decision.terms());
            }
        }
        this.entries = entries;
        this.citizen = opened.citizenId();
        this.unit = responsible;
        this.caseworker = working;
        this.texts = texts;
        this.language = language;
        this.narrator = new Narrator(catalogue, language, decided);
        this.corrections = new Corrections(entries);
    }

    /** All of the timeline, in recording order. */
    List<TimelineEntry> entries() {
        return entries;
    }

    /** The version of the case that the timeline tells of. */
    long version() {
        return entries.get(entries.size() - 1).version();
    }

    /** The unit responsible for the case now. */
    String unit() {
        return unit;
    }

    CitizenId citizen() {
        return citizen;
    }

    /** User name of the one who has the case now. */
    String caseworker() {
        return caseworker;
    }

    TimelineAnswer.Happening happening(TimelineEntry entry) {
        CaseEvent event = event(entry);
        JsonNode details = texts.tree(citizen, event, language);
        Map<String, String> trace = entry.traced();
        return new TimelineAnswer.Happening(
                entry.version(),
                entry.eventId(),
                entry.name(),
                entry.revision(),
                entry.effectiveOn(),
                entry.recordedAt(),
                trace.get(EventTrace.SOURCE_RECORDED_AT),
                narrator.tell(event),
                why(details),
                new TimelineAnswer.Who(
                        trace.get(EventTrace.ACTOR),
                        trace.get(EventTrace.ROLE),
                        trace.get(EventTrace.UNIT),
                        trace.get(EventTrace.CLIENT),
                        trace.get(EventTrace.COMMAND),
                        trace.get(EventTrace.COMMAND_ID),
                        trace.get(EventTrace.CORRELATION),
                        trace.get(EventTrace.CAUSATION)),
                details,
                corrections.correctedIn(entry.version()),
                corrections.correctionsOf(entry.version()));
    }

    /** A note as it was written, its text opened. */
    Optional<RawValue> note(NoteId id) {
        return entries.stream()
                .filter(entry -> is(entry, NoteAdded.class))
                .map(entry -> (NoteAdded) event(entry))
                .filter(added -> added.noteId().equals(id))
                .findFirst()
                .map(added ->
                        texts.json(citizen, new Note(added.noteId(), added.text(), added.effectiveOn()), language));
    }

    /** Decisions and moves carry their reason one level down. */
    private static @Nullable String why(JsonNode details) {
        for (String place : List.of("/reason", "/terms/reason", "/move/reason", "/explanation")) {
            JsonNode reason = details.at(place);
            if (reason.isString()) {
                return reason.stringValue();
            }
        }
        return null;
    }

    private static boolean is(TimelineEntry entry, Class<? extends CaseEvent> type) {
        return entry.name().equals(RecordEvents.nameOf(type));
    }

    /** What an entry tells, as every view is asked for it by the two clocks. */
    static Fact fact(TimelineEntry entry) {
        return new Fact(
                event(entry), new Recorded(entry.version(), entry.eventId(), entry.recordedAt(), entry.traced()));
    }

    private static CaseEvent event(TimelineEntry entry) {
        Class<?> type = RecordEvents.typeOf(entry.name())
                .orElseThrow(() -> new IllegalStateException("Unreadable history: " + entry.name()));
        return (CaseEvent) ViewJson.read(entry.payload(), type);
    }
}
