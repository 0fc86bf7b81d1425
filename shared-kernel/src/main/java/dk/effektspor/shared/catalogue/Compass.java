package dk.effektspor.shared.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a Forandringskompas (seed 000: twelve compasses, ten dimensions each, scored 1–10, 10 best).
 *
 * @param code names the compass and the target group it belongs to
 * @param ageFrom youngest age the compass is for, in years, where the name states one
 */
public record Compass(
        String code,
        String version,
        Text name,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        Validity validity,
        List<Dimension> dimensions,
        String source) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 10;

    public Optional<Dimension> dimension(int no) {
        return dimensions.stream().filter(d -> d.no() == no).findFirst();
    }

    /**
     * One of the compass's dimensions.
     *
     * @param variants scale variants, of which a scoring must name one; empty where there is one scale
     */
    public record Dimension(int no, Text name, Status status, List<String> variants) {}
}
