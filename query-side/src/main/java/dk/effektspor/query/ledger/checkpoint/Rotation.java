package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.shared.ledger.LedgerEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the ledger's own stream tells of the keys. */
final class Rotation {

    private static final int PAGE = 100;

    /** A key's name has no quotation mark, and base64 needs no escape in JSON. */
    private static final Pattern PREVIOUS = Pattern.compile("\"previousKey\":\"([^\"]+)\"");

    private static final Pattern NEXT = Pattern.compile("\"nextKey\":\"([^\"]+)\"");

    private final StoredEvents events;

    Rotation(StoredEvents events) {
        this.events = events;
    }

    /** Id of the event by which this key follows another. */
    Optional<String> eventOf(VerifierKey next) {
        return all().stream()
                .filter(event -> in(event, NEXT).anyMatch(next.text()::equals))
                .map(StoredEvent::eventId)
                .findFirst();
    }

    /** The keys that have been followed by others, the oldest first. */
    List<VerifierKey> earlierKeys() {
        return all().stream()
                .flatMap(event -> in(event, PREVIOUS))
                .map(VerifierKey::parse)
                .toList();
    }

    /** Sequence number of the ledger's next event. */
    long nextSequence() {
        return all().size();
    }

    private List<StoredEvent> all() {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> page;
        do {
            page = events.ofStream(LedgerEvent.STREAM, all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private static Stream<String> in(StoredEvent event, Pattern pattern) {
        return pattern.matcher(new String(event.payload(), StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1));
    }
}
