package dk.effektspor.command.erasure;

import dk.effektspor.command.erasure.CitizenCommand.ApproveErasure;
import dk.effektspor.command.erasure.CitizenCommand.RejectErasure;
import dk.effektspor.command.erasure.CitizenCommand.RequestErasure;
import dk.effektspor.command.platform.CommandDesk;
import dk.effektspor.command.platform.CommandDesk.Asked;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.security.ErasureDeciding;
import dk.effektspor.platform.security.ErasureReading;
import dk.effektspor.platform.web.ETags;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.citizen.ErasureGround;
import dk.effektspor.shared.citizen.ErasureRequestId;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forgetting a citizen. The citizen's id stands in the answer about any of their cases. */
@RestController
@RequestMapping("/api/v1/citizens/{citizenId}/erasure")
class ErasureController {

    /** A year, a number and the document's place in it; no name and no CPR number has this form. */
    private static final Pattern REFERENCE = Pattern.compile("\\d{4}-\\d{7}(-\\d{1,4})?");

    private final CommandDesk desk;
    private final CurrentActor actors;
    private final Citizens citizens;
    private final ErasureBook book;
    private final ErasureWork work;
    private final Receipts receipts;

    ErasureController(
            CommandDesk desk,
            CurrentActor actors,
            Citizens citizens,
            ErasureBook book,
            ErasureWork work,
            Receipts receipts) {
        this.desk = desk;
        this.actors = actors;
        this.citizens = citizens;
        this.book = book;
        this.work = work;
        this.receipts = receipts;
    }

    /** The team leader who asks is responsible for the citizen; whoever approves need not be. */
    @ErasureDeciding
    @PostMapping
    ResponseEntity<Requested> request(@PathVariable UUID citizenId, @RequestBody Wanted body) {
        CitizenId citizen = new CitizenId(citizenId);
        ErasureGround ground = Shape.required("ground", body.ground());
        String reference = Shape.code("reference", body.reference());
        if (!REFERENCE.matcher(reference).matches()) {
            throw Problem.invalidField("reference", "document-number");
        }
        citizens.refuseUnknown(citizen);
        citizens.refuseOutOfReach(citizen, actors.get());
        Asked asked = desk.ask("request-erasure", id -> {
            ErasureRequestId request = new ErasureRequestId(id);
            // Before the event: an approved request that the book does not know would never be carried out.
            book.note(citizen, request);
            return new RequestErasure(citizen, request, ground, reference);
        });
        return ResponseEntity.created(URI.create("/api/v1/citizens/" + citizenId + "/erasure"))
                .eTag(ETags.of(asked.version()))
                .body(new Requested(asked.id(), asked.version()));
    }

    @ErasureDeciding
    @PostMapping("/{requestId}/approve")
    ResponseEntity<Void> approve(@PathVariable UUID citizenId, @PathVariable UUID requestId) {
        CitizenId citizen = known(citizenId, requestId);
        ErasureRequestId request = new ErasureRequestId(requestId);
        Asked asked = desk.ask("approve-erasure", id -> {
            book.note(citizen, request);
            return new ApproveErasure(citizen, request);
        });
        work.wake();
        return ResponseEntity.noContent().eTag(ETags.of(asked.version())).build();
    }

    @ErasureDeciding
    @PostMapping("/{requestId}/reject")
    ResponseEntity<Void> reject(@PathVariable UUID citizenId, @PathVariable UUID requestId) {
        CitizenId citizen = known(citizenId, requestId);
        Asked asked = desk.ask("reject-erasure", id -> new RejectErasure(citizen, new ErasureRequestId(requestId)));
        return ResponseEntity.noContent().eTag(ETags.of(asked.version())).build();
    }

    @ErasureReading
    @GetMapping
    ResponseEntity<ErasureAnswer> find(@PathVariable UUID citizenId) {
        CitizenId citizen = new CitizenId(citizenId);
        citizens.refuseUnknown(citizen);
        Citizens.Told told = citizens.told(citizen);
        return ResponseEntity.ok().eTag(ETags.of(told.version())).body(receipts.answer(citizen, told.story()));
    }

    private CitizenId known(UUID citizenId, UUID requestId) {
        CitizenId citizen = new CitizenId(citizenId);
        citizens.refuseUnknown(citizen);
        if (citizens.told(citizen)
                .story()
                .request(new ErasureRequestId(requestId))
                .isEmpty()) {
            throw new Problem(404, ErasureRules.UNKNOWN_REQUEST, Map.of("request", requestId.toString()));
        }
        return citizen;
    }

    /**
     * On what law, and in which document that is found.
     *
     * @param reference as the municipality numbers its documents: 2026-0012345 or 2026-0012345-7
     */
    record Wanted(@Nullable ErasureGround ground, @Nullable String reference) {}

    record Requested(UUID requestId, long version) {}
}
