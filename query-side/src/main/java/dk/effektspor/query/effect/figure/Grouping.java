package dk.effektspor.query.effect.figure;

import dk.effektspor.shared.catalogue.Text;

/** By what changes are told apart. */
public enum Grouping {
    NONE("none", "ingen opdeling", "no grouping"),
    TARGET_GROUP("targetGroup", "målgruppe", "target group"),
    UNIT(
            "unit",
            "enhed, lagt sammen op gennem organisationen på datoen",
            "unit, rolled up through the organisation as it was on the date"),
    TILBUD("tilbud", "tilbud", "tilbud (offer)"),
    PROGRAMME("programme", "program; en borger kan være i flere", "programme; a citizen may be in several"),
    STEP("step", "trin på indsatstrappen", "step of the Indsatstrappe");

    private final String parameter;
    private final Text label;

    Grouping(String parameter, String da, String en) {
        this.parameter = parameter;
        this.label = new Text(da, en);
    }

    /** As written in a request. */
    public String parameter() {
        return parameter;
    }

    public Text label() {
        return label;
    }
}
