package dk.effektspor.query.access;

import dk.effektspor.query.ledger.CheckpointExtension;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The line by which a checkpoint of the ledger holds the end of this chain: name, position, hash in Base64. It never goes back: where the
 * log has become shorter than a checkpoint says, the next one says so as well, and a check finds that something is cut off.
 */
final class AccessAnchor implements CheckpointExtension {

    private static final Pattern LINE = Pattern.compile("effektspor-access ([1-9][0-9]{0,18}) ([A-Za-z0-9+/]{43}=)");

    private final AccessRows rows;

    private final KnownLinks signed;

    /** @param signed what the newest checkpoint says */
    AccessAnchor(AccessRows rows, KnownLinks signed) {
        this.rows = rows;
        this.signed = signed;
    }

    @Override
    public Optional<String> line() {
        return Stream.concat(Stream.of(rows.end()), signed.links().stream())
                .max(Comparator.comparingLong(Link::position))
                .filter(end -> end.position() > 0)
                .map(AccessAnchor::line);
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
