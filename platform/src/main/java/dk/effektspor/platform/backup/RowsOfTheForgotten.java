package dk.effektspor.platform.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dk.effektspor.platform.backup.Manifest.Table;
import dk.effektspor.shared.casefile.CitizenId;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves the keys of forgotten citizens out of what is loaded, so that they are at no time in the new database. */
final class RowsOfTheForgotten {

    private final Set<String> ids;
    private final int column;
    private long count;

    RowsOfTheForgotten(Table table, Set<CitizenId> erased) {
        ids = erased.stream().map(CitizenId::toString).collect(Collectors.toUnmodifiableSet());
        column = table.name().equals("citizen") ? table.columns().indexOf("citizen_id") : -1;
    }

    /** Rows left out so far. */
    long count() {
        return count;
    }

    /** COPY writes a row a line with tabs between the columns, and escapes both where they are content. */
    InputStream outOf(InputStream rows) {
        if (ids.isEmpty() || column < 0) {
            return rows;
        }
        Iterator<InputStream> lines = new BufferedReader(new InputStreamReader(rows, ISO_8859_1))
                .lines()
                .filter(this::isKept)
                .<InputStream>map(line -> new ByteArrayInputStream((line + "\n").getBytes(ISO_8859_1)))
                .iterator();
        Enumeration<InputStream> one = new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return lines.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return lines.next();
            }
        };
        return new SequenceInputStream(one) {
            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }

    private boolean isKept(String line) {
        boolean forgotten = ids.contains(line.split("\t", -1)[column]);
        count += forgotten ? 1 : 0;
        return !forgotten;
    }
}
