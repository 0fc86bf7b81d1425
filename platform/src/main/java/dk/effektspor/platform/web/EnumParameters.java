package dk.effektspor.platform.web;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads {@code case-number}, {@code case_number} and {@code CASE_NUMBER} alike in the path and the query. */
@SuppressWarnings({"rawtypes", "unchecked", "NullAway"})
final class EnumParameters implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        // An empty parameter is one left out, which Spring tells by null whatever its signature says.
        return text -> text.isBlank()
                ? null
                : (T) Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
