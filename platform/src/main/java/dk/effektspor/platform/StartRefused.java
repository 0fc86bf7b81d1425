package dk.effektspor.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The application cannot start, and one sentence says why and what to do. Nothing has been changed on disk. */
public final class StartRefused extends RuntimeException {

    private final String danish;

    public StartRefused(String danish, String english) {
        this(danish, english, null);
    }

    public StartRefused(String danish, String english, @Nullable Throwable cause) {
        super(english, cause);
        this.danish = danish;
    }

    /** The sentence in Danish for a Danish reader, else in English. */
    public String sentence(Locale reader) {
        return reader.getLanguage().equals("da") ? danish : String.valueOf(getMessage());
    }

    /** The refusal that lies behind a failure, if one does. */
    public static @Nullable StartRefused behind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
