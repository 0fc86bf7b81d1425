package dk.effektspor.query.effect.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Packed logs in memory, up to so many bytes; used by one thread at a time. */
final class KeptLogs {

    private final long limit;
    private final Map<String, PackedLog> logs = new HashMap<>();
    private long bytes;

    KeptLogs(long limit) {
        this.limit = limit;
    }

    /** Those still at the version asked for; the others are forgotten. */
    Map<String, PackedLog> at(Map<String, Long> versions) {
        logs.entrySet().removeIf(log -> {
            Long version = versions.get(log.getKey());
            boolean changed = version == null || version != log.getValue().version();
            bytes -= changed ? log.getValue().bytes().length : 0;
            return changed;
        });
        return new HashMap<>(logs);
    }

    void keep(Map<String, PackedLog> read, Collection<String> ids) {
        for (String id : ids) {
            PackedLog log = read.get(id);
            if (log != null && bytes + log.bytes().length <= limit) {
                logs.put(id, log);
                bytes += log.bytes().length;
            }
        }
    }
}
