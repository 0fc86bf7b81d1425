package dk.effektspor.query.platform;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;

/**
 * Keeps one kind of view up to date. Declared as a bean it becomes a processing group of its own. It takes every event
 * there is, so that none can be missed by a forgotten handler; a batch is collected, folded in memory and written once,
 * before the token is stored; {@link CatchUp} tells when several batches are.
 *
 * @param <V> the view
 */
public final class CaseProjection<V extends VersionedView> {

    private final ViewForm form;
    private final CaseFold<V> fold;
    private final ViewStore<V> views;
    private final Paging paging;

    /** A projection with one document per case. */
    public CaseProjection(ViewForm form, CaseFold<V> fold, ViewStore<V> views) {
        this(form, fold, views, Paging.oneDocument());
    }

    public CaseProjection(ViewForm form, CaseFold<V> fold, ViewStore<V> views, Paging paging) {
        this.form = form;
        this.fold = fold;
        this.views = views;
        this.paging = paging;
    }

    /** Name of the processing group. */
    public String group() {
        return form.group();
    }

    ViewForm form() {
        return form;
    }

    @EventHandler
    void on(EventMessage<?> message) {
        PendingFolds pending = PendingFolds.ofCurrentBatch();
        if (LogPage.class.equals(message.getPayloadType())) {
            LogPage page = (LogPage) message.getPayload();
            pending.add(this, page.events());
            page.taken().run();
        } else {
            pending.add(this, List.of(message));
        }
    }

    @ResetHandler
    void reset() {
        views.clear();
    }

    /** Begins work on the stored views, under a claim. */
    Folding<V> folding() {
        views.prepare();
        return new Folding<>(fold, views, paging);
    }
}
