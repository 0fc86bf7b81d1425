package dk.effektspor.query.audit.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Withholds in a dossier what an insight says, before any page is set: what is withheld is not covered up on the paper, it
 * never reaches it. A withheld text is withheld wherever else it stands; a withheld choice takes the sentence and the
 * summary along, since both are made of choices.
 */
final class Extract {

    /** Offentlighedsloven exempts what concerns a person's private circumstances. */
    static final String PRIVATE = "OFL §30, nr. 1";

    private static final int LONG_ENOUGH_TO_BE_FOUND = 3;
    private static final int SURELY_THE_SAME = 12;

    private final Insight insight;
    private final Words words;
    private final Phrases phrases = new Phrases();
    private final Map<Long, Map<String, String>> grounds = new HashMap<>();
    private final Map<Long, Set<String>> disclosed;

    Extract(Insight insight, Words words) {
        this.insight = insight;
        this.words = words;
        this.disclosed = insight.disclosed().stream()
                .collect(Collectors.groupingBy(
                        Insight.Place::version, Collectors.mapping(Insight.Place::field, Collectors.toSet())));
    }

    /** @throws dk.effektspor.platform.web.Problem 400 if a redaction names what the case does not hold */
    Dossier of(Dossier dossier) {
        InsightRules.check(insight, dossier);
        insight.withheld().forEach(this::note);
        dossier.entries().forEach(this::wordsWithheldIn);
        if (!insight.namesEmployees()) {
            employees(dossier);
        }
        boolean publicly = insight.by() == Insight.Access.PUBLIC;
        Dossier.Summary summary =
                publicly || choicesAreWithheld(dossier) || namesWithheld(dossier.summary()) ? null : dossier.summary();
        return new Dossier(
                dossier.caseNumber(),
                dossier.about().stream()
                        .map(fact -> publicly ? fact.saying(Passage.withheld(PRIVATE)) : read(fact))
                        .toList(),
                dossier.span(),
                made(dossier.made()),
                summary,
                dossier.entries().stream()
                        .map(publicly ? this::chosen : this::cleared)
                        .toList(),
                dossier.leftOut(),
                dossier.erased(),
                dossier.seal());
    }

    private void note(Insight.Redaction redaction) {
        String phrase = redaction.phrase();
        if (phrase != null) {
            phrases.anywhere(phrase, new Passage.Withheld(redaction.ground()));
        } else if (redaction.version() != null && redaction.field() != null) {
            grounds.computeIfAbsent(redaction.version(), v -> new LinkedHashMap<>())
                    .put(redaction.field(), redaction.ground());
        }
    }

    private void wordsWithheldIn(Entry entry) {
        Places.facts(entry).filter(fact -> fact.kind() != Fact.Kind.CHOICE).forEach(fact -> {
            String ground = ground(entry, fact.path());
            String text = fact.value().text().strip();
            if (ground == null || text.length() < LONG_ENOUGH_TO_BE_FOUND) {
                return;
            }
            if (text.length() >= SURELY_THE_SAME || fact.path().startsWith("person.")) {
                phrases.anywhere(text, new Passage.Withheld(ground));
            } else {
                phrases.alone(text, new Passage.Withheld(ground));
            }
        });
    }

    private void employees(Dossier dossier) {
        Stream.concat(dossier.about().stream(), dossier.entries().stream().flatMap(Places::facts))
                .filter(fact -> fact.kind() == Fact.Kind.EMPLOYEE)
                .map(fact -> fact.value().text())
                .filter(name -> !name.isBlank())
                .distinct()
                .collect(Collectors.collectingAndThen(Collectors.toList(), this::numbered))
                .forEach(phrases::alone);
    }

    private Map<String, Passage.Span> numbered(List<String> names) {
        Map<String, Passage.Span> numbered = new LinkedHashMap<>();
        names.forEach(name -> numbered.put(name, new Passage.InPlaceOf(words.text("employee", numbered.size() + 1))));
        return numbered;
    }

    /** All is shown but what is withheld. */
    private Entry cleared(Entry entry) {
        String sentence = ground(entry, Places.SENTENCE);
        if (sentence == null) {
            sentence = choiceWithheld(entry);
        }
        return Rewriting.with(
                entry,
                sentence == null ? phrases.in(entry.sentence()) : onlyItsKind(entry, sentence),
                fact -> {
                    String ground = ground(entry, fact.path());
                    return ground == null ? read(fact) : fact.saying(Passage.withheld(ground));
                },
                before -> before(entry, before));
    }

    /** All is withheld but what is disclosed, and even of that what a redaction withholds. */
    private Entry chosen(Entry entry) {
        Set<String> shown = disclosed.getOrDefault(entry.version(), Set.of());
        if (shown.contains(Places.ALL)) {
            return cleared(entry);
        }
        Entry cleared = cleared(entry);
        List<Fact> facts = new ArrayList<>();
        Stream.concat(cleared.recordedBy().stream(), cleared.facts().stream())
                .filter(fact -> shown.contains(fact.path()))
                .forEach(facts::add);
        facts.add(new Fact(Places.ALL, words.text("rest"), Passage.withheld(PRIVATE), Fact.Kind.CHOICE));
        return Rewriting.with(
                entry,
                shown.contains(Places.SENTENCE) ? cleared.sentence() : onlyItsKind(entry, PRIVATE),
                List.of(),
                facts,
                List.of());
    }

    private Passage onlyItsKind(Entry entry, String ground) {
        return new Passage(List.of(new Passage.Said(entry.kind() + " "), new Passage.Withheld(ground)));
    }

    private Fact read(Fact fact) {
        return fact.saying(phrases.in(fact.value()));
    }

    /** What a score was before its correction is withheld with the score in either registration. */
    private Passage before(Entry entry, Passage before) {
        Long corrected = entry.standing().corrects();
        String ground = Stream.of(entry.version(), corrected == null ? entry.version() : corrected)
                .flatMap(version -> grounds.getOrDefault(version, Map.of()).entrySet().stream())
                .filter(field ->
                        field.getKey().equals(Places.ALL) || field.getKey().startsWith("scoring."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        return ground == null ? phrases.in(before) : Passage.withheld(ground);
    }

    private @Nullable String ground(Entry entry, String field) {
        Map<String, String> fields = grounds.getOrDefault(entry.version(), Map.of());
        String ground = fields.get(field);
        return ground == null ? fields.get(Places.ALL) : ground;
    }

    private @Nullable String choiceWithheld(Entry entry) {
        return Places.facts(entry)
                .filter(fact -> fact.kind() == Fact.Kind.CHOICE)
                .map(fact -> ground(entry, fact.path()))
                .filter(ground -> ground != null)
                .findFirst()
                .orElse(null);
    }

    private boolean choicesAreWithheld(Dossier dossier) {
        return dossier.entries().stream()
                .anyMatch(entry -> choiceWithheld(entry) != null || ground(entry, Places.SENTENCE) != null);
    }

    private boolean namesWithheld(Dossier.@Nullable Summary summary) {
        return summary != null && Places.names(summary).anyMatch(phrases::standIn);
    }

    private Dossier.Made made(Dossier.Made made) {
        return insight.namesEmployees()
                ? made
                : new Dossier.Made(made.at(), words.text("someone-employed"), made.role());
    }
}
