package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.paper.page.Part;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The way on the Indsatstrappe drawn as bars over time, the highest step on top; the table under it says the same. */
final class LadderFigure {

    private static final double WIDTH = 118;
    private static final double LEFT = 52;
    private static final double STEP = 6;

    private final Words words;

    LadderFigure(Words words) {
        this.words = words;
    }

    void on(Part body, Dossier.Summary summary) {
        LocalDate from = summary.stays().get(0).from();
        List<Dossier.Stay> stays = summary.stays();
        LocalDate last = stays.get(stays.size() - 1).until();
        LocalDate to = last == null || summary.until().isAfter(last) ? summary.until() : last;
        double days = Math.max(1, ChronoUnit.DAYS.between(from, to));
        int steps = summary.steps().size();
        Part figure = body.add("div", "ladder").with("style", "height: " + mm(steps * STEP + 7));
        for (int step = 1; step <= steps; step++) {
            double top = (steps - step) * STEP;
            figure.add("div", "rung").with("style", "top: " + mm(top) + "; height: " + mm(STEP - 0.1));
            figure.add("div", "name")
                    .with("style", "top: " + mm(top))
                    .say(words.text("figure.step", step, summary.steps().get(step - 1)));
        }
        for (Dossier.Stay stay : stays) {
            double start = LEFT + WIDTH * ChronoUnit.DAYS.between(from, stay.from()) / days;
            LocalDate until = stay.until() == null ? to : stay.until();
            double length = WIDTH * ChronoUnit.DAYS.between(stay.from(), until) / days;
            figure.add("div", "bar")
                    .with(
                            "style",
                            "left: " + mm(start) + "; width: " + mm(Math.max(0.4, length)) + "; top: "
                                    + mm((steps - stay.step()) * STEP + 1) + "; height: " + mm(STEP - 2));
        }
        years(figure, from, to, days, steps * STEP);
    }

    private void years(Part figure, LocalDate from, LocalDate to, double days, double height) {
        int every = Math.max(1, (to.getYear() - from.getYear() + 7) / 8);
        for (int year = from.getYear() + 1; year <= to.getYear(); year += every) {
            double at = LEFT + WIDTH * ChronoUnit.DAYS.between(from, LocalDate.of(year, 1, 1)) / days;
            figure.add("div", "year").with("style", "left: " + mm(at) + "; height: " + mm(height));
            figure.add("div", "tick")
                    .with("style", "left: " + mm(at - 8) + "; top: " + mm(height + 0.5))
                    .say(String.valueOf(year));
        }
    }

    private static String mm(double length) {
        return String.format(Locale.ROOT, "%.2fmm", length);
    }
}
