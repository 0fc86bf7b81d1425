package dk.effektspor.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.privacy.SealedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

/** What a projection holds while it catches up. */
class FoldingTest {

    private final Map<String, Heavy> saved = new HashMap<>();
    private final Folding<Heavy> folding = new Folding<>(
            (view, event, recorded) -> new Heavy(recorded.version(), 10), new Saved(), Paging.oneDocument());

    @Test
    void views_with_long_texts_count_for_more_and_are_let_go_sooner() {
        List<CaseId> cases = List.of(newCase(), newCase(), newCase());
        folding.take(List.of(note(cases.get(0), 1), note(cases.get(1), 1)));
        folding.take(List.of(note(cases.get(2), 1), note(cases.get(0), 2)));
        assertThat(folding.held()).isEqualTo(30);

        folding.write(25);

        assertThat(folding.held()).isEqualTo(20);
        assertThat(saved).hasSize(3);
    }

    @Test
    void what_was_let_go_weighs_again_once_it_is_read_again() {
        CaseId caseId = newCase();
        folding.take(List.of(note(caseId, 1)));
        folding.write(0);
        assertThat(folding.held()).isZero();

        folding.take(List.of(note(caseId, 2)));

        assertThat(folding.held()).isEqualTo(10);
        folding.write(0);
        assertThat(saved).containsEntry(caseId.toString(), new Heavy(2, 10));
    }

    private static CaseId newCase() {
        return new CaseId(UUID.randomUUID());
    }

    private static Arrival note(CaseId caseId, long version) {
        NoteAdded note = new NoteAdded(
                caseId, new NoteId(UUID.randomUUID()), new SealedText("1.note"), LocalDate.of(2026, 1, 2));
        Recorded recorded = new Recorded(version, UUID.randomUUID().toString(), Instant.EPOCH, Map.of());
        return new Arrival(note, recorded, GenericEventMessage.asEventMessage(note));
    }

    private record Heavy(long version, int weight) implements VersionedView {}

    private final class Saved implements ViewStore<Heavy> {

        @Override
        public Map<String, Heavy> load(Set<String> ids) {
            Map<String, Heavy> found = new HashMap<>(saved);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public void save(Map<String, Heavy> views) {
            saved.putAll(views);
        }

        @Override
        public void clear() {
            saved.clear();
        }
    }
}
