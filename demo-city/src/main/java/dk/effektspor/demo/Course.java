package dk.effektspor.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One intervention while its story is being told. */
final class Course {

    final String ref;
    final String measure;
    final int step;
    final boolean placement;
    final @Nullable String programme;
    final LocalDate start;
    String tilbud;
    LocalDate plannedEnd;

    Course(
            String ref,
            String measure,
            int step,
            boolean placement,
            String tilbud,
            @Nullable String programme,
            LocalDate start,
            LocalDate plannedEnd) {
        this.ref = ref;
        this.measure = measure;
        this.step = step;
        this.placement = placement;
        this.tilbud = tilbud;
        this.programme = programme;
        this.start = start;
        this.plannedEnd = plannedEnd;
    }
}
