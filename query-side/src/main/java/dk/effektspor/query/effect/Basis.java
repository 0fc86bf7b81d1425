package dk.effektspor.query.effect;

import dk.effektspor.query.effect.facts.CaseVersion;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What an answer was computed from, so that two answers can be told to rest on the same record.
 *
 * @param cases cases known
 * @param events events of them that were known
 * @param digest SHA-256 over every case known and its version as known then, in a fixed order
 */
public record Basis(int cases, long events, String digest, String catalogue) {

    static Basis of(Collection<CaseVersion> versions, String catalogue) {
        List<CaseVersion> ordered = versions.stream()
                .sorted(Comparator.comparing(f -> f.caseId().value()))
                .toList();
        MessageDigest digest = Tagged.sha256();
        long events = 0;
        for (CaseVersion f : ordered) {
            events += f.version();
            digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(f.caseId().value().getMostSignificantBits())
                    .putLong(f.caseId().value().getLeastSignificantBits())
                    .putLong(f.version())
                    .flip());
        }
        return new Basis(ordered.size(), events, HexFormat.of().formatHex(digest.digest()), catalogue);
    }
}
