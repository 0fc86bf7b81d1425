package dk.effektspor.shared.casefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The municipality's own case number: year, hyphen, seven digits, e.g. {@code 2014-0077042} (form: seed 000). */
public record CaseNumber(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("(19|20)\\d{2}-\\d{7}");

    @JsonCreator
    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A case number is a year, a hyphen and seven digits: 2014-0077042");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
