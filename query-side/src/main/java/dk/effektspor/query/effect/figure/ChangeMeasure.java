package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts.Reading;
import dk.effektspor.shared.catalogue.Text;
import org.jspecify.annotations.Nullable;

/** From where to where change is reckoned. */
public enum ChangeMeasure {
    ENTRY(
            "entry",
            "fra den første scoring i sagen til den seneste i perioden",
            "from the first scoring in the case to the latest in the period"),
    INTERVAL(
            "interval",
            "fra scoringen før den seneste til den seneste i perioden",
            "from the scoring before the latest to the latest in the period");

    private final String parameter;
    private final Text label;

    ChangeMeasure(String parameter, String da, String en) {
        this.parameter = parameter;
        this.label = new Text(da, en);
    }

    public String parameter() {
        return parameter;
    }

    public Text label() {
        return label;
    }

    @Nullable
    Integer of(Reading reading) {
        return this == ENTRY ? reading.sinceEntry() : reading.sinceLast();
    }
}
