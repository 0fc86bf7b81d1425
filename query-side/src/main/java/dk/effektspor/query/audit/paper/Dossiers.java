package dk.effektspor.query.audit.paper;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.shared.casefile.CaseId;
import java.time.Clock;
import java.util.Map;

/** Makes a dossier of a case for whoever is asking. */
final class Dossiers {

    private final WholeCases cases;
    private final Composition composition;
    private final CurrentActor actor;
    private final Clock clock;

    Dossiers(WholeCases cases, Composition composition, CurrentActor actor, Clock clock) {
        this.cases = cases;
        this.composition = composition;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Problem 404 {@code case.unknown}, also for a case that these clocks do not know yet */
    Dossier of(CaseId caseId, TwoClocks clocks, Words words) {
        WholeCase whole = cases.read(caseId);
        Actor by = actor.get();
        Dossier.Made made = new Dossier.Made(
                clock.instant(), by.user(), words.text("Role." + by.role().name()));
        return composition
                .of(whole, clocks, made, words)
                .orElseThrow(() -> new Problem(404, "case.unknown", Map.of("caseId", caseId.toString())));
    }
}
