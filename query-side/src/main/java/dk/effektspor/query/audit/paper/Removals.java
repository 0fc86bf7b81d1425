package dk.effektspor.query.audit.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Walks an extract as it will be printed and lists every place where something is withheld. */
final class Removals {

    private final Words words;
    private final List<Removal> found = new ArrayList<>();

    private Removals(Words words) {
        this.words = words;
    }

    static List<Removal> in(Dossier extract, Words words) {
        Removals removals = new Removals(words);
        extract.about().forEach(fact -> removals.note(words.text("removals.cover", fact.label()), fact.value()));
        extract.entries().forEach(removals::note);
        return List.copyOf(removals.found);
    }

    private void note(Entry entry) {
        note(entry, words.text("removals.sentence"), entry.sentence());
        entry.recordedBy().forEach(fact -> note(entry, fact.label(), fact.value()));
        entry.facts().forEach(fact -> note(entry, fact.label(), fact.value()));
        for (Entry.Score score : entry.scores()) {
            String dimension = words.text("dimension", score.dimension(), score.name());
            note(entry, dimension, score.value().value());
            if (score.before() != null) {
                note(entry, dimension + ", " + words.text("column.before"), Objects.requireNonNull(score.before()));
            }
            if (score.comment() != null) {
                note(
                        entry,
                        dimension + ", " + words.text("column.comment"),
                        Objects.requireNonNull(score.comment()).value());
            }
        }
    }

    private void note(Entry entry, String field, Passage passage) {
        note(words.text("removals.field", entry.version(), field), passage);
    }

    private void note(String place, Passage passage) {
        Map<String, Integer> grounds = new LinkedHashMap<>();
        for (Passage.Span span : passage.spans()) {
            if (span instanceof Passage.Withheld withheld) {
                grounds.merge(withheld.ground(), 1, Integer::sum);
            }
        }
        grounds.forEach((ground, count) -> found.add(new Removal(place, ground, count)));
    }
}
