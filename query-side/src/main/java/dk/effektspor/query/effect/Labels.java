package dk.effektspor.query.effect;

import dk.effektspor.query.effect.figure.Grouping;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Compass;
import dk.effektspor.shared.catalogue.Ladder;
import dk.effektspor.shared.catalogue.Measure;
import dk.effektspor.shared.catalogue.Programme;
import dk.effektspor.shared.catalogue.Text;
import dk.effektspor.shared.catalogue.Tilbud;
import dk.effektspor.shared.catalogue.Unit;
import java.time.LocalDate;
import java.util.Optional;

/** Names the codes in an answer, as the catalogue names them on a date or else at any time; unknown codes stay codes. */
record Labels(Catalogue catalogue, LocalDate on) {

    Text of(Grouping by, String group) {
        return switch (by) {
            case NONE -> new Text("alle", "all");
            case TARGET_GROUP -> compass(group);
            case UNIT -> unit(group);
            case TILBUD -> group.isEmpty() ? new Text("intet tilbud", "no offer") : tilbud(group);
            case PROGRAMME -> group.isEmpty() ? new Text("intet program", "no programme") : programme(group);
            case STEP -> position(group);
        };
    }

    /** A position written {@code LADDER:STEP}, empty with nothing active. */
    Text position(String position) {
        if (position.isEmpty()) {
            return new Text("ingen aktiv indsats", "no active intervention");
        }
        int colon = position.lastIndexOf(':');
        return step(position.substring(0, colon), Integer.parseInt(position.substring(colon + 1)));
    }

    Text step(String ladder, int step) {
        Text unknown = new Text("trin " + step, "step " + step);
        return catalogue
                .ladder(ladder)
                .flatMap(l -> l.steps().stream().filter(s -> s.step() == step).findFirst())
                .map(Ladder.Step::name)
                .orElse(unknown);
    }

    Text compass(String code) {
        return catalogue
                .compassOn(code, on)
                .or(() -> catalogue.compasses().stream()
                        .filter(c -> c.code().equals(code))
                        .findFirst())
                .map(Compass::name)
                .orElse(plain(code));
    }

    Text dimension(String compass, String version, int no) {
        return catalogue
                .compass(compass, version)
                .flatMap(c -> c.dimension(no))
                .map(Compass.Dimension::name)
                .orElse(plain(String.valueOf(no)));
    }

    Text measure(String code) {
        return catalogue.measure(code).map(Measure::name).orElse(plain(code));
    }

    private Text unit(String code) {
        Optional<Unit> now = catalogue.units().on(code, on);
        return now.or(() -> catalogue.units().all().stream()
                        .filter(u -> u.code().equals(code))
                        .findFirst())
                .map(Unit::name)
                .orElse(plain(code));
    }

    private Text tilbud(String code) {
        return catalogue
                .offerOn(code, on)
                .or(() -> catalogue.offers().stream()
                        .filter(o -> o.code().equals(code))
                        .findFirst())
                .map(Tilbud::name)
                .orElse(plain(code));
    }

    private Text programme(String code) {
        return catalogue.programme(code).map(Programme::name).orElse(plain(code));
    }

    private static Text plain(String code) {
        return new Text(code, code);
    }
}
