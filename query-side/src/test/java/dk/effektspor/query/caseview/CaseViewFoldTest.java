package dk.effektspor.query.caseview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.platform.Recorded;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventSamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CaseViewFoldTest {

    private final CaseViewFold fold = new CaseViewFold();

    @Test
    void every_event_folds_into_the_view() {
        List<CaseEvent> events = EventSamples.all();
        CaseView view = folded(events);

        assertThat(view.version()).isEqualTo(events.size());
        assertThat(view.header().open()).isTrue();
        assertThat(view.header().unit()).isEqualTo("myndighed-2");
        assertThat(view.moves()).hasSize(5);
        assertThat(view.interventions())
                .singleElement()
                .satisfies(i -> assertThat(i.status()).isEqualTo(Intervention.Status.ANNULLED));
        assertThat(view.scorings())
                .singleElement()
                .satisfies(s -> assertThat(s.wordings()).hasSize(2));
        assertThat(view.meetings()).hasSize(1);
        assertThat(LadderCourse.stays(view.interventions())).isEmpty();
    }

    @Test
    void a_view_reads_back_as_it_was_written() {
        CaseView view = folded(EventSamples.all());

        assertThat(ViewJson.read(ViewJson.write(view), CaseView.class)).isEqualTo(view);
    }

    private CaseView folded(List<CaseEvent> events) {
        CaseView view = null;
        for (int i = 0; i < events.size(); i++) {
            view = fold.apply(view, events.get(i), new Recorded(i + 1, "id-" + i, Instant.EPOCH, Map.of()));
        }
        return Objects.requireNonNull(view);
    }
}
