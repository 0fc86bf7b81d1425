package dk.effektspor.command.erasure;

import dk.effektspor.command.erasure.CitizenCommand.RecordErased;
import dk.effektspor.command.platform.DerivedId;
import dk.effektspor.command.platform.Dispatcher;
import dk.effektspor.command.platform.PersonalTraces;
import dk.effektspor.command.platform.Traces;
import dk.effektspor.platform.postgres.DeadRows;
import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.vault.Forgetting;
import dk.effektspor.platform.vault.Forgetting.Standing;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.citizen.ErasureRequestId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out an approved erasure. Each step may be repeated: whoever was stopped after any of them begins at the first
 * and ends with the same. The key and all that was made of clear text go in one transaction, with the receipt.
 */
final class Eraser {

    private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);
    private static final Actor ITSELF = new Actor("effektspor", Role.OPERATOR, null, Set.of());

    private final Forgetting forgetting;
    private final PersonalTraces traces;
    private final Citizens citizens;
    private final ErasureBook book;
    private final TransactionTemplate transaction;
    private final DeadRows deadRows;
    private final Dispatcher dispatcher;
    private final Clock clock;

    Eraser(
            Forgetting forgetting,
            PersonalTraces traces,
            Citizens citizens,
            ErasureBook book,
            TransactionTemplate transaction,
            DeadRows deadRows,
            Dispatcher dispatcher,
            Clock clock) {
        this.forgetting = forgetting;
        this.traces = traces;
        this.citizens = citizens;
        this.book = book;
        this.transaction = transaction;
        this.deadRows = deadRows;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** Carries it out as far as it can be now; false if the database's files are to be tried again. */
    boolean carryOut(ErasureBook.Entry entry) {
        CitizenId citizen = entry.citizen();
        ErasureRequestId request = entry.request();
        if (entry.done() == null) {
            // First, so that there is no moment at which an older database could bring back who was forgotten.
            forgetting.list(citizen);
            Citizens.Kept kept = citizens.kept(citizen);
            transaction.executeWithoutResult(status -> {
                // A start may have destroyed it already, finding the citizen on the list.
                forgetting.destroyKey(citizen);
                int keys = forgetting.standing(citizen) == Standing.ERASED ? 1 : 0;
                book.destroyed(citizen, request, kept.cases(), kept.events(), keys, traces.remove(citizen));
            });
            LOG.info("Erasure {}: the key is destroyed", request);
        }
        forgetting.dropFromMemory(citizen);
        traces.dropFromMemory(citizen);
        if (entry.done() == null || entry.done().files() == null) {
            DeadRows.Outcome files = clean();
            if (files == DeadRows.Outcome.NOT_YET) {
                return false;
            }
            book.cleaned(citizen, request, files);
        }
        dispatcher.send(
                new RecordErased(citizen, request),
                Traces.unbound(
                        ITSELF,
                        "erasure",
                        request.toString(),
                        "record-erased",
                        DerivedId.of("erased", citizen.toString(), request.toString())
                                .toString(),
                        clock.instant()));
        book.done(citizen, request);
        LOG.info("Erasure {}: done", request);
        return true;
    }

    /** Removes what a restored database brought of those forgotten before; their keys are destroyed already. */
    boolean removeAgain(List<CitizenId> broughtBack) {
        broughtBack.forEach(citizen -> {
            transaction.executeWithoutResult(status -> traces.remove(citizen));
            traces.dropFromMemory(citizen);
        });
        return clean() != DeadRows.Outcome.NOT_YET;
    }

    private DeadRows.Outcome clean() {
        return deadRows.remove("citizen", new ArrayList<>(PersonalTraces.TABLES), book.now());
    }
}
