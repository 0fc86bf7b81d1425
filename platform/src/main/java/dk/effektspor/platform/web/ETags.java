package dk.effektspor.platform.web;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version as an entity tag: {@code "7"}. */
public final class ETags {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    private ETags() {}

    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The version that an {@code If-Match} header insists on; empty without header and for {@code *}. Anything but one
     * strong tag of ours is refused with 400: ignoring it would write where the caller asked for care.
     */
    public static OptionalLong expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Outcomes.invalidParameter("If-Match", "etag");
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }
}
