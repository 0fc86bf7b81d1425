package dk.effektspor.query.effect.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.shared.catalogue.Status;
import dk.effektspor.shared.catalogue.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published figures our own are held against, each with its population and source, for a filter is part of a figure. */
public final class References {

    private final List<Series> all;

    References(List<Series> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Figures that belong together.
     *
     * @param shownBeside the effect views they are shown beside
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Series(
            String series, Text name, @Nullable Text note, List<String> shownBeside, List<Figure> figures) {}

    /**
     * One published figure.
     *
     * @param period year, month, day or span of years the figure is of
     * @param value absent where the source gives none; then there is a text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            String id,
            String period,
            Text label,
            Text population,
            String unit,
            @Nullable Double value,
            @Nullable Text text,
            List<Comparison> comparison,
            Status status,
            List<Source> sources) {}

    /** What the source itself sets beside the figure. */
    public record Comparison(Text label, double value) {}

    /** Where a figure is published. */
    public record Source(String key, String title) {}

    public List<Series> all() {
        return all;
    }

    /** Those shown beside an effect view. */
    public List<Series> beside(String view) {
        return all.stream().filter(s -> s.shownBeside().contains(view)).toList();
    }

    public static References fromClassPath() {
        return ReferenceFiles.onClassPath();
    }
}
