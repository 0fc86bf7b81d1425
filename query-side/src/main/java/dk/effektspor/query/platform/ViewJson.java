package dk.effektspor.query.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/** How views are written inside their documents; the same view always gives the same text. */
public final class ViewJson {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(absent -> absent.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(InterventionEnded.class, SortedReasons.class)
            .build();

    private static final ObjectReader TEXTS = MAPPER.readerForMapOf(String.class);

    private ViewJson() {}

    public static String write(Object view) {
        return MAPPER.writeValueAsString(view);
    }

    /** The same as UTF-8. */
    public static byte[] bytes(Object view) {
        return MAPPER.writeValueAsBytes(view);
    }

    /** Reads an object whose values are texts. */
    public static Map<String, String> texts(String json) {
        return TEXTS.readValue(json);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** A set's order differs from one start of Java to the next. */
    private interface SortedReasons {
        @JsonSerialize(converter = Sorted.class)
        Set<EndReason> reasons();
    }

    private static final class Sorted extends StdConverter<Set<EndReason>, Set<EndReason>> {
        @Override
        public Set<EndReason> convert(Set<EndReason> reasons) {
            return new TreeSet<>(reasons);
        }
    }
}
