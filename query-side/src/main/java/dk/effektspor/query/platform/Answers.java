package dk.effektspor.query.platform;

import dk.effektspor.platform.web.ETags;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What the answers about a case have in common. */
public final class Answers {

    private Answers() {}

    /**
     * What a view says at the point asked for.
     *
     * @param now whether that is the present, which alone has a tag: the view's version
     */
    public static <T> ResponseEntity<T> at(boolean now, long version, Locale language, T body) {
        return now ? ofVersion(version, language, body) : ofAnotherTime(language, body);
    }

    /** The body with the view's version as its tag; the framework answers 304 to a reader who has that version. */
    private static <T> ResponseEntity<T> ofVersion(long version, Locale language, T body) {
        return ResponseEntity.ok()
                .eTag(ETags.of(version))
                .cacheControl(
                        CacheControl.maxAge(Duration.ZERO).mustRevalidate().cachePrivate())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .body(body);
    }

    /** An answer about another time than now; it carries no tag, which would be that of the present version. */
    public static <T> ResponseEntity<T> ofAnotherTime(Locale language, T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .body(body);
    }
}
