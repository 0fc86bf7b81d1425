package dk.effektspor.command.erasure;

import dk.effektspor.command.erasure.CitizenCommand.LiftLegalHold;
import dk.effektspor.command.erasure.CitizenCommand.PlaceLegalHold;
import dk.effektspor.command.platform.CommandDesk;
import dk.effektspor.command.platform.CommandDesk.Asked;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.security.LegalHolding;
import dk.effektspor.platform.web.ETags;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.citizen.HoldGround;
import dk.effektspor.shared.citizen.LegalHoldId;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/citizens/{citizenId}/legal-holds")
class LegalHoldController {

    private final CommandDesk desk;
    private final CurrentActor actors;
    private final Citizens citizens;

    LegalHoldController(CommandDesk desk, CurrentActor actors, Citizens citizens) {
        this.desk = desk;
        this.actors = actors;
        this.citizens = citizens;
    }

    @LegalHolding
    @PostMapping
    ResponseEntity<Placed> place(@PathVariable UUID citizenId, @RequestBody Wanted body) {
        HoldGround ground = Shape.required("ground", body.ground());
        CitizenId citizen = within(citizenId);
        Asked asked = desk.ask("place-legal-hold", id -> new PlaceLegalHold(citizen, new LegalHoldId(id), ground));
        return ResponseEntity.created(URI.create("/api/v1/citizens/" + citizenId + "/erasure"))
                .eTag(ETags.of(asked.version()))
                .body(new Placed(asked.id(), asked.version()));
    }

    @LegalHolding
    @PostMapping("/{holdId}/lift")
    ResponseEntity<Void> lift(@PathVariable UUID citizenId, @PathVariable UUID holdId) {
        CitizenId citizen = within(citizenId);
        LegalHoldId hold = new LegalHoldId(holdId);
        if (citizens.told(citizen).story().hold(hold).isEmpty()) {
            throw new Problem(404, ErasureRules.UNKNOWN_HOLD, Map.of("hold", holdId.toString()));
        }
        Asked asked = desk.ask("lift-legal-hold", id -> new LiftLegalHold(citizen, hold));
        return ResponseEntity.noContent().eTag(ETags.of(asked.version())).build();
    }

    private CitizenId within(UUID citizenId) {
        CitizenId citizen = new CitizenId(citizenId);
        citizens.refuseUnknown(citizen);
        citizens.refuseOutOfReach(citizen, actors.get());
        return citizen;
    }

    record Wanted(@Nullable HoldGround ground) {}

    record Placed(UUID holdId, long version) {}
}
