package dk.effektspor.query.audit.paper;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places of a registration that can be withheld or disclosed one by one. */
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
}
