package dk.effektspor.shared.catalogue;

import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads a catalogue from its eight files and refuses it as a whole ({@link BadCatalogue}) if one of them breaks a rule:
 * rules and views read the catalogue without looking twice.
 */
public final class CatalogueLoader {

    /** By name, as a shell lists them. */
    private static final List<String> FILES = List.of(
            "bydele.json",
            "catalogue.json",
            "compasses.json",
            "ladders.json",
            "measures.json",
            "offers.json",
            "programmes.json",
            "units.json");

    private final String place;
    private final Source source;

    private CatalogueLoader(String place, Source source) {
        this.place = place;
        this.source = source;
    }

    /** The catalogue that comes with the software. */
    public static Catalogue fromClassPath() {
        return new CatalogueLoader(
                        "catalogue/", file -> CatalogueLoader.class.getResourceAsStream("/catalogue/" + file))
                .load();
    }

    /** A municipality's own catalogue; the folder holds all eight files. */
    public static Catalogue fromFolder(Path folder) {
        return new CatalogueLoader(folder + "/", file -> {
                    Path path = folder.resolve(file);
                    return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
                })
                .load();
    }

    private Catalogue load() {
        Entry edition = read("catalogue.json").only("version", "source");
        CatalogueRules rules = new CatalogueRules(
                edition,
                all("compasses.json", CatalogueLoader::compass),
                all("ladders.json", CatalogueLoader::ladder),
                all("measures.json", CatalogueLoader::measure),
                all("programmes.json", CatalogueLoader::programme),
                all("offers.json", CatalogueLoader::offer),
                all("units.json", CatalogueLoader::unit),
                all("bydele.json", CatalogueLoader::bydel));
        edition.text("source");
        return rules.checked(edition.code("version"), sha256());
    }

    /** Over the files as they are, so that whoever has them can compute it too. */
    private String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                try (InputStream in = Objects.requireNonNull(source.open(file))) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(place + ": cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private Entry read(String file) {
        try {
            return EntryReader.read(place + file, source.open(file));
        } catch (IOException e) {
            throw new UncheckedIOException(place + file + ": cannot be read", e);
        }
    }

    private <T> List<Found<T>> all(String file, Function<Entry, T> kind) {
        List<Found<T>> found = new ArrayList<>();
        for (Entry entry : read(file).items()) {
            found.add(new Found<>(kind.apply(entry), entry));
            entry.text("source");
        }
        return found;
    }

    private static Compass compass(Entry e) {
        e.only("code", "version", "name", "ageFrom", "ageTo", "validFrom", "validTo", "dimensions", "source");
        return new Compass(
                e.code("code"),
                e.code("version"),
                e.name(),
                e.wholeIfAny("ageFrom"),
                e.wholeIfAny("ageTo"),
                e.validity(),
                e.required("dimensions").items().stream()
                        .map(d -> d.only("no", "name", "status", "variants"))
                        .map(d -> new Compass.Dimension(
                                d.whole("no"), d.name(), d.oneOf(Status.class, "status"), d.texts("variants")))
                        .toList(),
                e.text("source"));
    }

    private static Ladder ladder(Entry e) {
        e.only("id", "name", "targetGroups", "validFrom", "validTo", "steps", "measures", "source");
        Map<String, Ladder.Place> places = new LinkedHashMap<>();
        e.required("measures").fields().forEach((measure, p) -> {
            p.only("step", "status");
            places.put(measure, new Ladder.Place(p.whole("step"), p.oneOf(Status.class, "status")));
        });
        return new Ladder(
                e.code("id"),
                e.name(),
                e.texts("targetGroups"),
                e.validity(),
                e.required("steps").items().stream()
                        .map(s -> s.only("step", "name"))
                        .map(s -> new Ladder.Step(s.whole("step"), s.name()))
                        .toList(),
                places,
                e.text("source"));
    }

    private static Measure measure(Entry e) {
        e.only("code", "name", "placement", "bases", "source");
        return new Measure(
                e.code("code"),
                e.name(),
                e.flag("placement"),
                e.required("bases").items().stream()
                        .map(b -> b.only("law", "paragraph", "validFrom", "validTo"))
                        .map(b -> new Measure.DatedBasis(
                                new LegalBasis(b.oneOf(Law.class, "law"), b.text("paragraph")), b.validity()))
                        .toList(),
                e.text("source"));
    }

    private static Programme programme(Entry e) {
        e.only("code", "name", "ageFrom", "ageTo", "evidenceBased", "source");
        return new Programme(
                e.code("code"),
                e.name(),
                e.wholeIfAny("ageFrom"),
                e.wholeIfAny("ageTo"),
                e.flag("evidenceBased"),
                e.text("source"));
    }

    private static Tilbud offer(Entry e) {
        e.only("code", "name", "unit", "measures", "validFrom", "validTo", "source");
        return new Tilbud(e.code("code"), e.name(), e.text("unit"), e.texts("measures"), e.validity());
    }

    private static Unit unit(Entry e) {
        e.only("code", "name", "parent", "authority", "validFrom", "validTo", "source");
        String parent = e.field("parent") == null ? null : e.text("parent");
        return new Unit(e.code("code"), e.name(), parent, e.flag("authority"), e.validity());
    }

    private static Bydel bydel(Entry e) {
        e.only("code", "name", "source");
        return new Bydel(e.code("code"), e.name(), e.text("source"));
    }

    /** Where a file comes from; null if it is not there. */
    private interface Source {
        @Nullable
        InputStream open(String file) throws IOException;
    }
}
