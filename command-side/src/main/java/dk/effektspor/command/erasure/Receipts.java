package dk.effektspor.command.erasure;

import dk.effektspor.command.erasure.CitizenStory.Outcome;
import dk.effektspor.command.erasure.ErasureAnswer.Effect;
import dk.effektspor.command.erasure.ErasureAnswer.State;
import dk.effektspor.command.erasure.ErasureAnswer.Store;
import dk.effektspor.command.erasure.ErasureAnswer.Touched;
import dk.effektspor.platform.postgres.DeadRows;
import dk.effektspor.platform.vault.Forgetting;
import dk.effektspor.platform.vault.Forgetting.Standing;
import dk.effektspor.shared.casefile.CitizenId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what was decided from the events, and what was done from the book. */
@Component
class Receipts {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private final ErasureBook book;
    private final Subscribers subscribers;
    private final ErasureSettings settings;
    private final Forgetting forgetting;

    Receipts(ErasureBook book, Subscribers subscribers, ErasureSettings settings, Forgetting forgetting) {
        this.book = book;
        this.subscribers = subscribers;
        this.settings = settings;
        this.forgetting = forgetting;
    }

    ErasureAnswer answer(CitizenId citizen, CitizenStory story) {
        return new ErasureAnswer(
                citizen.value(),
                state(citizen, story),
                story.requests().stream().map(Receipts::told).toList(),
                story.standing().map(Receipts::told).toList(),
                receipt(citizen, story));
    }

    private State state(CitizenId citizen, CitizenStory story) {
        if (story.erasedAt() != null) {
            return State.ERASED;
        } else if (story.approved().isPresent()) {
            return State.APPROVED;
        }
        // A restored record may be from before the erasure, which the list of the forgotten knows of all the same.
        boolean forgotten = forgetting.standing(citizen) == Standing.ERASED;
        return forgotten ? State.ERASED : story.open().isPresent() ? State.REQUESTED : State.KEPT;
    }

    private static ErasureAnswer.Request told(CitizenStory.Request request) {
        return new ErasureAnswer.Request(
                request.requestId().value(),
                request.ground(),
                request.reference(),
                request.requestedBy(),
                request.requestedAt(),
                request.outcome(),
                request.settledBy(),
                request.settledOn());
    }

    private static ErasureAnswer.Hold told(CitizenStory.Hold hold) {
        return new ErasureAnswer.Hold(hold.holdId().value(), hold.ground(), hold.since(), hold.placedBy());
    }

    private ErasureAnswer.@Nullable Receipt receipt(CitizenId citizen, CitizenStory story) {
        ErasureBook.Done done = story.requests().stream()
                .filter(request -> request.outcome() == Outcome.APPROVED)
                .flatMap(request -> book.find(citizen, request.requestId()).stream())
                .flatMap(entry -> Stream.ofNullable(entry.done()))
                .findFirst()
                .orElse(null);
        if (done == null) {
            return null;
        }
        return new ErasureAnswer.Receipt(
                done.destroyedAt(),
                story.erasedAt(),
                stores(done),
                subscribers.of(story.erasedAt()),
                done.destroyedAt()
                        .plus(settings.deleteKeyBackupsWithin())
                        .atZone(DENMARK)
                        .toLocalDate());
    }

    private static List<Touched> stores(ErasureBook.Done done) {
        Instant at = done.destroyedAt();
        boolean clean = done.files() != null;
        boolean log = done.files() == DeadRows.Outcome.LOG_TOO;
        return List.of(
                new Touched(Store.KEY_STORE, Effect.DESTROYED, (long) done.keys(), at),
                new Touched(Store.EVENT_STORE, Effect.SEALED_FOR_EVER, done.events(), at),
                new Touched(
                        Store.CASE_REGISTER,
                        Effect.REMOVED,
                        (long) done.removed().register(),
                        at),
                new Touched(
                        Store.IDEMPOTENCY_KEYS,
                        Effect.REMOVED,
                        (long) done.removed().idempotency(),
                        at),
                new Touched(
                        Store.SNAPSHOTS, Effect.REMOVED, (long) done.removed().snapshots(), at),
                new Touched(Store.VIEWS, Effect.SEALED_FOR_EVER, (long) done.cases(), at),
                new Touched(Store.MEMORY, Effect.REMOVED, null, at),
                new Touched(Store.IMPORT_REJECTS, Effect.HELD_NOTHING, null, null),
                new Touched(Store.DATABASE_FILES, clean ? Effect.REMOVED : Effect.PENDING, null, done.filesAt()),
                new Touched(
                        Store.DATABASE_LOG,
                        log ? Effect.REMOVED : clean ? Effect.OPERATORS : Effect.PENDING,
                        null,
                        log ? done.filesAt() : null),
                new Touched(Store.BACKUPS, Effect.OPERATORS, null, null));
    }
}
