package dk.effektspor.query.timeline;

import dk.effektspor.shared.catalogue.Bydel;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Compass;
import dk.effektspor.shared.catalogue.Measure;
import dk.effektspor.shared.catalogue.Programme;
import dk.effektspor.shared.catalogue.Text;
import dk.effektspor.shared.catalogue.Tilbud;
import dk.effektspor.shared.catalogue.Unit;
import java.util.Locale;
import java.util.Optional;

/** What codes are called. A code that has left the catalogue is told as it stands: old history must stay readable. */
public record CatalogueNames(Catalogue catalogue, Locale language) {

    public String measure(String code) {
        return name(catalogue.measure(code).map(Measure::name), code);
    }

    public String programme(String code) {
        return name(catalogue.programme(code).map(Programme::name), code);
    }

    public String bydel(String code) {
        return name(catalogue.bydel(code).map(Bydel::name), code);
    }

    public String targetGroup(String code) {
        return name(
                catalogue.compasses().stream()
                        .filter(c -> c.code().equals(code))
                        .map(Compass::name)
                        .findFirst(),
                code);
    }

    public String tilbud(String code) {
        return name(
                catalogue.offers().stream()
                        .filter(o -> o.code().equals(code))
                        .map(Tilbud::name)
                        .findFirst(),
                code);
    }

    public String unit(String code) {
        return name(
                catalogue.units().all().stream()
                        .filter(u -> u.code().equals(code))
                        .map(Unit::name)
                        .findFirst(),
                code);
    }

    public String step(String ladder, int step) {
        return name(
                catalogue
                        .ladder(ladder)
                        .flatMap(l ->
                                l.steps().stream().filter(s -> s.step() == step).findFirst())
                        .map(s -> s.name()),
                String.valueOf(step));
    }

    private String name(Optional<Text> text, String code) {
        return text.map(t -> t.in(language)).orElse(code);
    }
}
