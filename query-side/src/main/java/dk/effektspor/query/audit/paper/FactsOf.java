package dk.effektspor.query.audit.paper;

import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.query.timeline.CatalogueNames;
import dk.effektspor.query.timeline.Sentences;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** All that an event holds, field by field with its name, texts opened and codes as words; only ids are left out. */
final class FactsOf {

    private static final Set<String> NOT_TOLD = Set.of(
            "caseId",
            "citizenId",
            "effectiveOn",
            "noteId",
            "meetingId",
            "goalId",
            "interventionId",
            "scoringId",
            "move.to",
            "scoring.scores");
    private static final Map<String, String> WORDS = Map.of(
            "rater", "Rater",
            "occasion", "Occasion",
            "reasons", "EndReason",
            "destination", "Destination",
            "rightStep", "RightStep");

    private final CitizenId citizen;
    private final OpenedTexts texts;
    private final Catalogue catalogue;
    private final CatalogueNames names;
    private final Sentences sentences;
    private final Standings standings;
    private final Words words;

    FactsOf(CitizenId citizen, OpenedTexts texts, Catalogue catalogue, Standings standings, Words words) {
        this.citizen = citizen;
        this.texts = texts;
        this.catalogue = catalogue;
        this.names = new CatalogueNames(catalogue, words.language());
        this.sentences = Sentences.in(words.language());
        this.standings = standings;
        this.words = words;
    }

    List<Fact> of(CaseEvent event) {
        List<Fact> facts = new ArrayList<>();
        walk("", ViewJson.MAPPER.valueToTree(event), texts.tree(citizen, event, words.language()), facts);
        return facts;
    }

    /** @param sealed the same as it is stored: what differs was sealed, and so is people's own text */
    private void walk(String path, JsonNode sealed, JsonNode opened, List<Fact> facts) {
        String field = path.replaceAll("\\[\\d+]", "");
        if (NOT_TOLD.contains(field) || NOT_TOLD.contains(field.substring(field.lastIndexOf('.') + 1))) {
            return;
        }
        if (field.endsWith("legalBasis")) {
            facts.add(fact(path, field, law(opened), Fact.Kind.CHOICE));
        } else if (field.endsWith("placementBasis")) {
            facts.add(fact(path, field, placement(opened), Fact.Kind.CHOICE));
        } else if (field.endsWith("restsOn") || field.endsWith("reasons")) {
            if (!opened.isEmpty()) {
                facts.add(fact(path, field, listed(field, opened), Fact.Kind.CHOICE));
            }
        } else if (opened.isObject()) {
            opened.properties()
                    .forEach(property -> walk(
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                            sealed.path(property.getKey()),
                            property.getValue(),
                            facts));
        } else if (opened.isArray()) {
            for (int i = 0; i < opened.size(); i++) {
                walk(path + "[" + i + "]", sealed.path(i), opened.path(i), facts);
            }
        } else if (!opened.isNull()) {
            boolean text = opened.isString() && !opened.equals(sealed);
            Fact.Kind kind = text ? Fact.Kind.TEXT : field.equals("caseworker") ? Fact.Kind.EMPLOYEE : Fact.Kind.CHOICE;
            facts.add(fact(path, field, text ? opened.stringValue() : word(field, opened), kind));
        }
    }

    private Fact fact(String path, String field, String text, Fact.Kind kind) {
        String key = field.endsWith("goals.text") ? field.substring(0, field.length() - ".text".length()) : field;
        return new Fact(path, words.text("field." + key), Passage.of(text), kind);
    }

    private String law(JsonNode basis) {
        return sentences.text("Law." + basis.path("law").asString(), Map.of()) + " "
                + basis.path("paragraph").asString();
    }

    private String placement(JsonNode placement) {
        return words.text(
                "placement",
                words.text("PlacementBasis." + placement.path("kind").asString()),
                law(placement.path("basis")),
                words.date(LocalDate.parse(placement.path("givenOn").asString())));
    }

    private String listed(String field, JsonNode list) {
        return list.valueStream()
                .map(one -> field.endsWith("restsOn") ? registration(one.asString()) : word(field, one))
                .collect(Collectors.joining(", "));
    }

    private String registration(String id) {
        Long beginning = standings.beginningOf(id);
        return beginning == null ? id : words.text("no", beginning);
    }

    private String word(String field, JsonNode value) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        if (value.isBoolean()) {
            return words.text(value.booleanValue() ? "yes" : "no-word");
        }
        String text = value.asString();
        String family = WORDS.get(last);
        if (family != null) {
            return sentences.text(family + "." + text, Map.of());
        }
        return switch (last) {
            case "measure" -> names.measure(text);
            case "programme" -> names.programme(text);
            case "bydel" -> names.bydel(text);
            case "tilbud", "fromTilbud", "toTilbud" -> names.tilbud(text);
            case "unit", "fromUnit", "toUnit" -> names.unit(text);
            case "targetGroup", "compass" -> names.targetGroup(text);
            case "ladder" ->
                catalogue
                        .ladder(text)
                        .map(ladder -> ladder.name().in(words.language()))
                        .orElse(text);
            case "plannedStart", "plannedEnd" -> words.date(LocalDate.parse(text));
            case "from" -> registration(text);
            default -> text;
        };
    }
}
