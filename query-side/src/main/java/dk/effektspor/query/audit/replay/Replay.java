package dk.effektspor.query.audit.replay;

import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.history.StoredHistory;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.store.EventKey;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.catalogue.Catalogue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Replays a case out of the event store, a page of it in memory at a time. */
final class Replay {

    private final StoredHistory history;
    private final Positions positions;
    private final Function<StoredEvent, Fact> decoding;
    private final OpenedTexts texts;
    private final Editions editions;

    /** Where the ledger has these events, by {@link EventKey}; without those that it has not taken in yet. */
    @FunctionalInterface
    interface Positions {
        Map<UUID, Long> of(Collection<UUID> events);
    }

    Replay(
            StoredHistory history,
            Positions positions,
            Function<StoredEvent, Fact> decoding,
            OpenedTexts texts,
            Catalogue catalogue) {
        this.history = history;
        this.positions = positions;
        this.decoding = decoding;
        this.texts = texts;
        this.editions = new Editions(catalogue);
    }

    /**
     * Hands on every event that is looked for, in order, from a place in the case on, in the form in which it is wanted. A
     * page is decoded by all processors.
     *
     * @param atOnce events in memory at a time
     * @param taker says whether it wants another
     */
    <T> void read(
            AuditedCases.Door audited,
            long fromSequence,
            int atOnce,
            Sought sought,
            Locale language,
            Function<ReplayedEvent, T> form,
            Predicate<T> taker) {
        history.read(audited.caseId(), fromSequence, atOnce, page -> {
            Map<UUID, Long> places = positions.of(
                    page.stream().map(e -> EventKey.of(e.eventId())).toList());
            return page.parallelStream()
                    .map(stored -> Attempt.at(() -> {
                        Fact fact = decoding.apply(stored);
                        return sought.matches(fact)
                                ? form.apply(replayed(
                                        audited, stored, fact, places.get(EventKey.of(stored.eventId())), language))
                                : null;
                    }))
                    .toList()
                    .stream()
                    .map(Attempt::result)
                    .filter(Objects::nonNull)
                    .allMatch(taker);
        });
    }

    private ReplayedEvent replayed(
            AuditedCases.Door audited, StoredEvent stored, Fact fact, @Nullable Long position, Locale language) {
        return new ReplayedEvent(
                stored.sequence(),
                stored.eventId(),
                stored.type(),
                stored.revision(),
                fact.event().effectiveOn(),
                fact.recorded().recordedAt(),
                who(fact.recorded().trace()),
                Editions.legalBasis(fact.event()),
                editions.of(fact.event()),
                texts.json(audited.citizen(), fact.event(), language),
                new ReplayedEvent.Stored(
                        stored.payload().length,
                        HexFormat.of().formatHex(sha256().digest(stored.payload())),
                        MerkleTree.leaf(LeafEnvelope.of(stored)).hex(),
                        position));
    }

    private static ReplayedEvent.Who who(Map<String, String> trace) {
        return new ReplayedEvent.Who(
                trace.get(EventTrace.ACTOR),
                trace.get(EventTrace.ROLE),
                trace.get(EventTrace.UNIT),
                trace.get(EventTrace.CLIENT),
                trace.get(EventTrace.COMMAND),
                trace.get(EventTrace.COMMAND_ID),
                trace.get(EventTrace.CORRELATION),
                trace.get(EventTrace.CAUSATION),
                trace.get(EventTrace.SOURCE_ACTOR),
                trace.get(EventTrace.SOURCE_RECORDED_AT));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
