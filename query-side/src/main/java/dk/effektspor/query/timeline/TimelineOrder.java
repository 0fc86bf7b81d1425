package dk.effektspor.query.timeline;

import dk.effektspor.query.platform.Cursors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which clock a timeline runs. A cursor names the last entry read by its own place, so that what is recorded meanwhile
 * neither repeats an entry nor leaves one out.
 */
enum TimelineOrder {
    /** When it was true. */
    EFFECTIVE,
    /** When we learnt it. */
    RECORDED;

    /** Oldest or newest first. */
    enum Direction {
        ASC,
        DESC
    }

    private record Place(LocalDate on, long version) {

        Place(TimelineEntry entry) {
            this(entry.effectiveOn(), entry.version());
        }
    }

    private Comparator<Place> comparator(Direction direction) {
        Comparator<Place> byVersion = Comparator.comparing(Place::version);
        Comparator<Place> ascending =
                this == RECORDED ? byVersion : Comparator.comparing(Place::on).thenComparing(byVersion);
        return direction == Direction.ASC ? ascending : ascending.reversed();
    }

    List<TimelineEntry> after(List<TimelineEntry> entries, Direction direction, @Nullable String cursor) {
        Comparator<Place> comparator = comparator(direction);
        Place last = place(Cursors.place(cursor, name() + direction, 2));
        return entries.stream()
                .filter(entry -> last == null || comparator.compare(new Place(entry), last) > 0)
                .sorted((one, other) -> comparator.compare(new Place(one), new Place(other)))
                .toList();
    }

    String cursor(TimelineEntry last, Direction direction) {
        return Cursors.of(name() + direction, last.effectiveOn().toString(), String.valueOf(last.version()));
    }

    private static @Nullable Place place(@Nullable List<String> parts) {
        try {
            return parts == null ? null : new Place(LocalDate.parse(parts.get(0)), Long.parseLong(parts.get(1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw Cursors.invalid();
        }
    }
}
