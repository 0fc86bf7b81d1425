package dk.effektspor.query.caseview;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.query.history.CaseHistories;
import dk.effektspor.query.platform.Freshness;
import dk.effektspor.shared.casefile.CaseId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case for a reader who may see it, as new as they ask for or as it was. */
final class ReadableCases {

    private final CaseViews views;
    private final Freshness freshness;
    private final CurrentActor actor;
    private final Looked looked;
    private final CaseHistories histories;

    ReadableCases(CaseViews views, Freshness freshness, CurrentActor actor, Looked looked, CaseHistories histories) {
        this.views = views;
        this.freshness = freshness;
        this.actor = actor;
        this.looked = looked;
        this.histories = histories;
    }

    /** The reader must be allowed to see the case as it is today, whatever point of view they ask for. */
    CaseView get(CaseId caseId, @Nullable Long atLeast, TwoClocks clocks) {
        CaseView present = present(caseId, atLeast);
        return clocks.isPresent()
                ? present
                : PastCases.of(clocks.of(histories.of(caseId)))
                        .orElseThrow(() -> new Problem(404, "clocks.not-yet", Map.of()));
    }

    private CaseView present(CaseId caseId, @Nullable Long atLeast) {
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
