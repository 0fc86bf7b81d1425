package dk.effektspor.query.access;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line by which a checkpoint of the ledger holds the end of this chain: name, position, hash in Base64. */
final class AccessAnchor {

    private static final Pattern LINE = Pattern.compile("effektspor-access ([1-9][0-9]{0,18}) ([A-Za-z0-9+/]{43}=)");

    private final AccessRows rows;

    AccessAnchor(AccessRows rows) {
        this.rows = rows;
    }

    /** The line for the chain as it is; none as long as nobody has looked. */
    public Optional<String> line() {
        return Optional.of(rows.end()).filter(end -> end.position() > 0).map(AccessAnchor::line);
    }

    static String line(Link end) {
        return "effektspor-access " + end.position() + " "
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(end.hash()));
    }

    /** The place a checkpoint's line names, if it is one of ours. */
    static Optional<Link> read(String line) {
        Matcher ours = LINE.matcher(line);
        return ours.matches()
                ? Optional.of(new Link(
                        Long.parseLong(ours.group(1)),
                        HexFormat.of().formatHex(Base64.getDecoder().decode(ours.group(2)))))
                : Optional.empty();
    }
}
