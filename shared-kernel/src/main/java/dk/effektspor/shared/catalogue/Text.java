package dk.effektspor.shared.catalogue;

import java.util.Locale;

/** A name in Danish with its English twin. */
public record Text(String da, String en) {

    /** The Danish text, or the English one for an English reader. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : da;
    }
}
