package dk.effektspor.query.caseview;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.platform.Freshness;
import dk.effektspor.shared.casefile.CaseId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case for a reader who may see it, as new as they ask for. */
final class ReadableCases {

    private final CaseViews views;
    private final Freshness freshness;
    private final CurrentActor actor;
    private final Looked looked;

    ReadableCases(CaseViews views, Freshness freshness, CurrentActor actor, Looked looked) {
        this.views = views;
        this.freshness = freshness;
        this.actor = actor;
        this.looked = looked;
    }

    CaseView get(CaseId caseId, @Nullable Long atLeast) {
        looked.forCase(caseId);
        freshness.await(caseId, atLeast, () -> views.version(caseId));
        CaseView view = views.find(caseId)
                .orElseThrow(() -> new Problem(404, "case.unknown", Map.of("caseId", caseId.toString())));
        looked.at(caseId, view.header().citizenId(), view.header().caseworker());
        if (!actor.get().maySeeCasesOf(view.header().unit())) {
            throw new Problem(
                    403, "access.other-unit", Map.of("unit", view.header().unit()));
        }
        return view;
    }
}
