package dk.effektspor.query.access;

import dk.effektspor.shared.catalogue.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen is told about who has seen what is kept about them: what, when, what for and in which unit. Nobody else's data, and
 * no employee's name.
 *
 * @param from first day, absent for all that is kept
 * @param to last day, absent for today
 * @param note what the extract shows and leaves out
 */
record Extract(
        UUID citizenId, @Nullable LocalDate from, @Nullable LocalDate to, String note, List<Line> looks) {

    /**
     * One look.
     *
     * @param outcome whether anything was shown
     */
    record Line(Instant at, String what, String purpose, String unit, String outcome) {}

    static Extract of(
            AccessSearch.Wanted wanted,
            UUID citizen,
            List<Entry> found,
            Catalogue catalogue,
            ZoneId zone,
            Locale language) {
        AccessWords words = AccessWords.in(language);
        List<Line> lines = found.stream()
                .map(entry -> line(entry, catalogue, zone, language, words))
                .toList();
        return new Extract(citizen, wanted.from(), wanted.to(), words.text("extract.note"), lines);
    }

    private static Line line(Entry entry, Catalogue catalogue, ZoneId zone, Locale language, AccessWords words) {
        Look look = entry.look();
        String purpose = look.purpose();
        String unit = look.who().unit();
        LocalDate day = entry.seenAt().atZone(zone).toLocalDate();
        return new Line(
                entry.seenAt(),
                words.textOr("operation." + look.operation(), "operation.other"),
                purpose == null ? words.text("purpose.none") : words.textOr("purpose." + purpose, "purpose.none"),
                unit == null
                        ? words.text("unit.none")
                        : catalogue
                                .units()
                                .on(unit, day)
                                .map(known -> known.name().in(language))
                                .orElse(unit),
                words.text("outcome." + outcome(look.status())));
    }

    private static String outcome(int status) {
        return status < 400 ? "shown" : status == 403 || status == 428 ? "refused" : "nothing";
    }
}
