package dk.effektspor.query.audit.verify;

import dk.effektspor.platform.serialization.StoredPayloads;
import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.audit.bundle.Payload;
import dk.effektspor.query.caseview.CaseState;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.privacy.SealedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Folds the events of a bundle into the case, with the very fold the service uses. */
final class Replay {

    private final List<Line.Event> events;
    private final boolean danish;

    Replay(List<Line.Event> events, boolean danish) {
        this.events = events;
        this.danish = danish;
    }

    /** The case after these facts, its ladder as on a date. */
    JsonNode state(List<Fact> facts, LocalDate on) {
        Map<SealedText, String> texts = texts();
        return OpenedTexts.tree(CaseState.after(facts, on).told(), text -> texts.getOrDefault(text, hidden()));
    }

    List<Fact> facts() {
        StoredPayloads payloads = new StoredPayloads();
        List<Fact> facts = new ArrayList<>();
        for (Line.Event line : events) {
            StoredEvent event = line.proved().event();
            facts.add(new Fact(
                    (CaseEvent) payloads.read(event.type(), event.revision(), event.payload()),
                    new Recorded(event.sequence() + 1, event.eventId(), Instant.parse(event.recordedAt()), Map.of())));
        }
        return facts;
    }

    private Map<SealedText, String> texts() {
        Map<SealedText, String> texts = new HashMap<>();
        for (Line.Event line : events) {
            Map<String, SealedText> sealed = sealed(line);
            for (Line.ShownText shown : line.texts()) {
                SealedText text = sealed.get(shown.at());
                if (text != null) {
                    texts.put(text, said(shown));
                }
            }
        }
        return texts;
    }

    private String said(Line.ShownText shown) {
        if (shown.disclosure() != null) {
            return shown.disclosure().text();
        }
        return shown.hidden() == Line.Hidden.ERASED ? (danish ? "[slettet]" : "[erased]") : hidden();
    }

    private String hidden() {
        return danish ? "[tilbageholdt]" : "[withheld]";
    }

    private static Map<String, SealedText> sealed(Line.Event line) {
        try {
            return Payload.of(line.proved().event().payload()).sealed();
        } catch (Payload.Unreadable e) {
            return Map.of();
        }
    }
}
