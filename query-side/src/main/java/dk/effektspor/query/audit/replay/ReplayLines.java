package dk.effektspor.query.audit.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.history.StoredHistory;
import dk.effektspor.query.platform.ViewJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole replay as lines of JSON, of which the last one tells whether it is whole. */
final class ReplayLines {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayLines.class);

    /** How a whole replay ends: how many events there were, and the SHA-256 of all lines before. */
    private record End(long events, String sha256) {}

    /** How a broken one does. */
    private record Broken(String code, long afterEvents) {}

    private ReplayLines() {}

    static void write(Replay replay, AuditedCases.Door audited, Sought sought, Locale language, OutputStream out) {
        DigestOutputStream lines = new DigestOutputStream(out, Replay.sha256());
        long[] written = {0};
        try {
            replay.read(audited, 0, StoredHistory.AT_ONCE, sought, language, ReplayLines::line, line -> {
                write(lines, line);
                written[0]++;
                return true;
            });
            byte[] digest = lines.getMessageDigest().digest();
            write(lines, line(Map.of("end", new End(written[0], HexFormat.of().formatHex(digest)))));
        } catch (UncheckedIOException gone) {
            // Nobody is listening any more.
            throw gone;
        } catch (RuntimeException unreadable) {
            LOG.error("The replay of case {} broke off after {} events", audited.caseId(), written[0], unreadable);
            write(lines, line(Map.of("error", new Broken("history.unreadable", written[0]))));
        }
    }

    private static byte[] line(Object told) {
        return (ViewJson.write(told) + "\n").getBytes(UTF_8);
    }

    private static void write(OutputStream lines, byte[] line) {
        try {
            lines.write(line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
