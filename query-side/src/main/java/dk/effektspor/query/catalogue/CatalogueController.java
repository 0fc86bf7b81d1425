package dk.effektspor.query.catalogue;

import dk.effektspor.platform.security.AnySignedIn;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Compasses, ladders, measures, programmes, offers, units and bydele, with what is sourced and what is our default. */
@RestController
@RequestMapping("/api/v1/catalogues")
class CatalogueController {

    private final String version;
    private final String sha256;
    private final Map<String, Supplier<List<?>>> catalogues = new LinkedHashMap<>();

    CatalogueController(Catalogue catalogue) {
        version = catalogue.version();
        sha256 = catalogue.sha256();
        catalogues.put("compasses", catalogue::compasses);
        catalogues.put("ladders", catalogue::ladders);
        catalogues.put("measures", catalogue::measures);
        catalogues.put("programmes", catalogue::programmes);
        catalogues.put("offers", catalogue::offers);
        catalogues.put("units", () -> catalogue.units().all());
        catalogues.put("bydele", catalogue::bydele);
    }

    /**
     * Which catalogues there are, in which edition.
     *
     * @param sha256 in hex, of the eight files one after the other by their names; each checkpoint of the ledger holds it
     */
    record Contents(String version, String sha256, Map<String, Integer> entries) {}

    /** One catalogue. */
    record Entries(String version, List<?> entries) {}

    @AnySignedIn
    @GetMapping
    ResponseEntity<Contents> all() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        catalogues.forEach((name, entries) -> sizes.put(name, entries.get().size()));
        return answer(new Contents(version, sha256, sizes));
    }

    @AnySignedIn
    @GetMapping("/{name}")
    ResponseEntity<Entries> one(@PathVariable String name) {
        Supplier<List<?>> entries = catalogues.get(name);
        if (entries == null) {
            throw new Problem(404, "catalogue.unknown", Map.of("name", name));
        }
        return answer(new Entries(version, entries.get()));
    }

    private <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().eTag('"' + sha256 + '"').body(body);
    }
}
