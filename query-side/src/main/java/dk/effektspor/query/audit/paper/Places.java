package dk.effektspor.query.audit.paper;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places of a registration that can be withheld or disclosed one by one, and the texts of a whole case. */
final class Places {

    static final String ALL = "*";
    static final String SENTENCE = "sentence";

    private Places() {}

    static Set<String> in(Entry entry) {
        return Stream.concat(Stream.of(ALL, SENTENCE), facts(entry).map(Fact::path))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Every fact of a registration, those of its scores too. */
    static Stream<Fact> facts(Entry entry) {
        return Stream.of(
                        entry.recordedBy().stream(),
                        entry.facts().stream(),
                        entry.scores().stream().map(Entry.Score::value),
                        entry.scores().stream().flatMap(score -> Stream.ofNullable(score.comment())))
                .flatMap(facts -> facts);
    }

    /** Everything that a dossier says of the case and that a phrase can be withheld in. */
    static Stream<String> texts(Dossier dossier) {
        Dossier.Summary summary = dossier.summary();
        return Stream.of(
                        dossier.about().stream().map(Fact::value).map(Passage::text),
                        dossier.entries().stream().flatMap(Places::passages).map(Passage::text),
                        summary == null ? Stream.<String>empty() : names(summary))
                .flatMap(Function.identity());
    }

    /** The names that stand in a summary: one of a place may be a person's. */
    static Stream<String> names(Dossier.Summary summary) {
        return Stream.of(
                        summary.steps().stream(),
                        summary.interventions().stream().map(Dossier.Intervention::measure),
                        summary.interventions().stream().map(Dossier.Intervention::tilbud),
                        summary.compasses().stream().map(Dossier.Compass::name),
                        summary.compasses().stream()
                                .flatMap(compass -> compass.readings().stream())
                                .map(Dossier.Reading::dimension))
                .flatMap(Function.identity());
    }

    private static Stream<Passage> passages(Entry entry) {
        return Stream.of(
                        Stream.of(entry.sentence()),
                        facts(entry).map(Fact::value),
                        entry.scores().stream().flatMap(score -> Stream.ofNullable(score.before())))
                .flatMap(Function.identity());
    }
}
