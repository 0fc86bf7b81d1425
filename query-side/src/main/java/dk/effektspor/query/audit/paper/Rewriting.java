package dk.effektspor.query.audit.paper;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The same registration with other passages. */
final class Rewriting {

    private Rewriting() {}

    static Entry with(Entry entry, Passage sentence, UnaryOperator<Fact> facts, UnaryOperator<Passage> before) {
        return with(
                entry,
                sentence,
                entry.recordedBy().stream().map(facts).toList(),
                entry.facts().stream().map(facts).toList(),
                entry.scores().stream()
                        .map(score -> score(score, facts, before))
                        .toList());
    }

    static Entry with(
            Entry entry, Passage sentence, List<Fact> recordedBy, List<Fact> facts, List<Entry.Score> scores) {
        return new Entry(
                entry.version(),
                entry.eventId(),
                entry.effectiveOn(),
                entry.recordedAt(),
                entry.sourceRecordedAt(),
                entry.kind(),
                sentence,
                recordedBy,
                facts,
                scores,
                entry.standing(),
                entry.position(),
                entry.leaf());
    }

    private static Entry.Score score(Entry.Score score, UnaryOperator<Fact> facts, UnaryOperator<Passage> before) {
        @Nullable Fact comment = score.comment();
        @Nullable Passage old = score.before();
        return new Entry.Score(
                score.dimension(),
                score.name(),
                facts.apply(score.value()),
                comment == null ? null : facts.apply(comment),
                old == null ? null : before.apply(old));
    }
}
