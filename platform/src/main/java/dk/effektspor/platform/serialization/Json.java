package dk.effektspor.platform.serialization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdDelegatingSerializer;

/** How everything that is stored or sent between the applications is written as JSON. */
public final class Json {

    private Json() {}

    /** The serializer of commands, queries, tokens and snapshots. */
    public static Jackson3Serializer serializer() {
        return builder().build();
    }

    static Jackson3Serializer.Builder builder() {
        return Jackson3Serializer.builder().jsonMapperBuilderCustomizer(Json::configure);
    }

    private static void configure(JsonMapper.Builder json) {
        json.addModule(new SimpleModule("sets")
                .addSerializer(Set.class, new StdDelegatingSerializer(new SortedWhenWritten())));
        json.changeDefaultPropertyInclusion(absent -> absent.withValueInclusion(JsonInclude.Include.NON_NULL));
        json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        // Metadata is hashed as it is written, so the same metadata has the same bytes in every process.
        json.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        // Axon's tracking tokens name their own class in the JSON; without leave to read it a replay stays at zero.
        json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build());
    }
}
