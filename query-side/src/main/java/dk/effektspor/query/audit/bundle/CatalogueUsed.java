package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The catalogue entries that a case's events name, as the catalogue has them now. An entry it no longer has is left out. */
final class CatalogueUsed {

    private static final Map<String, String> BY_PROPERTY = Map.ofEntries(
            Map.entry("ladder", "ladders"),
            Map.entry("measure", "measures"),
            Map.entry("programme", "programmes"),
            Map.entry("tilbud", "offers"),
            Map.entry("fromTilbud", "offers"),
            Map.entry("toTilbud", "offers"),
            Map.entry("unit", "units"),
            Map.entry("fromUnit", "units"),
            Map.entry("toUnit", "units"),
            Map.entry("bydel", "bydele"));

    private final Catalogue catalogue;
    private final Map<String, Set<String>> codes = new TreeMap<>();
    private final Set<String> compasses = new TreeSet<>();

    CatalogueUsed(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void by(StoredEvent event) {
        Map<String, String> strings = ShownTexts.payload(event).strings();
        strings.forEach((at, value) -> {
            String property = at.substring(at.lastIndexOf('/') + 1);
            String kind = BY_PROPERTY.get(property);
            if (kind != null) {
                codes.computeIfAbsent(kind, k -> new TreeSet<>()).add(value);
            }
            String version = property.equals("compass") ? strings.get(at + "Version") : null;
            if (version != null) {
                compasses.add(compass(value, version));
            }
        });
    }

    List<Line.CatalogueEntry> lines() {
        List<Line.CatalogueEntry> lines = new ArrayList<>();
        add(lines, "bydele", catalogue.bydele(), b -> b.code(), codes("bydele"));
        add(lines, "compasses", catalogue.compasses(), c -> compass(c.code(), c.version()), compasses);
        add(lines, "ladders", catalogue.ladders(), l -> l.id(), codes("ladders"));
        add(lines, "measures", catalogue.measures(), m -> m.code(), codes("measures"));
        add(lines, "offers", catalogue.offers(), o -> o.code(), codes("offers"));
        add(lines, "programmes", catalogue.programmes(), p -> p.code(), codes("programmes"));
        add(lines, "units", catalogue.units().all(), u -> u.code(), codes("units"));
        return lines;
    }

    private Set<String> codes(String kind) {
        return codes.getOrDefault(kind, Set.of());
    }

    private static String compass(String code, String version) {
        return code + " " + version;
    }

    private <T> void add(
            List<Line.CatalogueEntry> lines, String kind, List<T> entries, Function<T, String> name, Set<String> used) {
        for (T entry : entries) {
            String code = name.apply(entry);
            if (used.contains(code)) {
                byte[] content = ViewJson.write(entry).getBytes(UTF_8);
                lines.add(new Line.CatalogueEntry(
                        catalogue.version(),
                        kind,
                        code,
                        EndNote.hash(content, content.length).hex(),
                        new String(content, UTF_8)));
            }
        }
    }
}
