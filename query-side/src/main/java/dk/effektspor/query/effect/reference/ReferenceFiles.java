package dk.effektspor.query.effect.reference;

import dk.effektspor.query.effect.reference.References.Comparison;
import dk.effektspor.query.effect.reference.References.Figure;
import dk.effektspor.query.effect.reference.References.Series;
import dk.effektspor.query.effect.reference.References.Source;
import dk.effektspor.shared.catalogue.Status;
import dk.effektspor.shared.catalogue.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and checks the files of reference figures. Each figure stands on a line of its own, which a complaint names. */
final class ReferenceFiles {

    private static final String SOURCES = "sources.json";
    private static final Set<String> UNITS = Set.of("%", "persons");
    private static final Set<String> VIEWS = Set.of("steps", "breakdowns");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> files;
    private final Map<String, String> sources = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();

    /** @param files contents by name */
    ReferenceFiles(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    static References onClassPath() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:reference/*.json")) {
                files.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The reference figures cannot be read", e);
        }
        return new ReferenceFiles(files).load();
    }

    References load() {
        String keys = files.get(SOURCES);
        if (keys == null) {
            throw new BadReference(SOURCES, 1, "is missing");
        }
        node(SOURCES, keys)
                .properties()
                .forEach(e -> sources.put(e.getKey(), e.getValue().asString("")));
        List<Series> all = new ArrayList<>();
        files.forEach((file, content) -> {
            if (!file.equals(SOURCES)) {
                all.add(series(file, content));
            }
        });
        return new References(all);
    }

    private JsonNode node(String file, String content) {
        try {
            return json.readTree(content);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new BadReference(file, line, "is not JSON");
        }
    }

    private Series series(String file, String content) {
        Entry head = new Entry(file, 1, node(file, content));
        List<Integer> lines = linesOfFigures(content);
        List<Figure> figures = new ArrayList<>();
        for (JsonNode figure : head.list("figures")) {
            figures.add(figure(new Entry(file, lines.get(figures.size()), figure)));
        }
        List<String> views = head.codes("shownBeside");
        head.check(VIEWS.containsAll(views), "shownBeside knows only " + VIEWS);
        return new Series(head.code("series"), head.text("name"), head.textOrNone("note"), views, figures);
    }

    /** The tree forgets lines, so they are read a second time, from the tokens. */
    private List<Integer> linesOfFigures(String content) {
        List<Integer> lines = new ArrayList<>();
        int depth = 0;
        boolean inFigures = false;
        try (JsonParser parser = json.createParser(content)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                    inFigures = "figures".equals(parser.currentName());
                }
                if (token == JsonToken.START_OBJECT && depth == 2 && inFigures) {
                    lines.add(parser.currentTokenLocation().getLineNr());
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return lines;
    }

    private Figure figure(Entry entry) {
        String id = entry.code("id");
        entry.check(ids.add(id), "id " + id + " is used twice");
        String unit = entry.code("unit");
        entry.check(UNITS.contains(unit), "unit must be one of " + UNITS);
        @Nullable Double value = entry.numberOrNone("value");
        @Nullable Text text = entry.textOrNone("text");
        entry.check(value != null || text != null, "neither value nor text");
        List<Comparison> comparisons = new ArrayList<>();
        for (JsonNode node : entry.listOrNone("comparison")) {
            Entry comparison = new Entry(entry.file, entry.line, node);
            @Nullable Double other = comparison.numberOrNone("value");
            comparison.check(other != null, "a comparison has no value");
            comparisons.add(new Comparison(comparison.text("label"), other == null ? 0 : other));
        }
        String status = entry.code("status");
        entry.check(
                Arrays.stream(Status.values()).anyMatch(s -> s.name().equals(status)),
                "status " + status + " is unknown");
        return new Figure(
                id,
                entry.code("period"),
                entry.text("label"),
                entry.text("population"),
                unit,
                value,
                text,
                comparisons,
                Status.valueOf(status),
                sources(entry));
    }

    private List<Source> sources(Entry entry) {
        List<Source> found = new ArrayList<>();
        for (String key : entry.codes("sources")) {
            String title = sources.get(key);
            entry.check(title != null && !title.isBlank(), "source " + key + " is not in " + SOURCES);
            found.add(new Source(key, String.valueOf(title)));
        }
        entry.check(!found.isEmpty(), "no source");
        return found;
    }

    /** A JSON object that knows where it stands. */
    private record Entry(String file, int line, JsonNode node) {

        void check(boolean holds, String rule) {
            if (!holds) {
                throw new BadReference(file, line, rule);
            }
        }

        String code(String field) {
            String value = node.path(field).asString("");
            check(!value.isBlank(), field + " is missing");
            return value;
        }

        Iterable<JsonNode> list(String field) {
            check(node.path(field).isArray(), field + " must be a list");
            return listOrNone(field);
        }

        Iterable<JsonNode> listOrNone(String field) {
            return node.path(field).values();
        }

        List<String> codes(String field) {
            List<String> codes = new ArrayList<>();
            list(field).forEach(n -> codes.add(n.asString("")));
            return codes;
        }

        Text text(String field) {
            Text text = textOrNone(field);
            check(text != null, field + " is missing");
            return text == null ? new Text("", "") : text;
        }

        @Nullable
        Text textOrNone(String field) {
            if (!node.has(field)) {
                return null;
            }
            Text text = new Text(
                    node.path(field).path("da").asString(""),
                    node.path(field).path("en").asString(""));
            check(!text.da().isBlank() && !text.en().isBlank(), field + " must be given in Danish and in English");
            return text;
        }

        @Nullable
        Double numberOrNone(String field) {
            if (!node.has(field)) {
                return null;
            }
            check(node.path(field).isNumber(), field + " must be a number");
            return node.path(field).asDouble();
        }
    }
}
