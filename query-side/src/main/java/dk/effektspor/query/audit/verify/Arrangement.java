package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.BundleFile;
import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.audit.verify.Fault.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines that stand where they should. The kinds come in one order; five of them stand once and must be there. */
final class Arrangement {

    private static final Set<String> ONCE = Set.of("header", "about", "key", "checkpoint", "end");
    private static final List<String> NEEDED = List.of("header", "about", "key", "checkpoint", "event", "end");

    private final List<Placed<?>> placed = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private boolean spoilt;

    private Arrangement() {}

    static Arrangement of(BundleFile file, List<Fault> faults) {
        Arrangement arrangement = new Arrangement();
        int reached = -1;
        boolean afterSpoilt = false;
        for (BundleFile.Numbered line : file.lines()) {
            Line content = line.content();
            if (content == null) {
                faults.add(Fault.of(Kind.LINE_MALFORMED, line.number()));
                arrangement.spoilt = true;
                afterSpoilt = true;
                continue;
            }
            String kind = BundleFile.kind(line.kind());
            if (line.kind() < reached || (line.kind() == reached && ONCE.contains(kind))) {
                faults.add(Fault.of(Kind.LINE_OUT_OF_PLACE, line.number()));
            } else {
                reached = line.kind();
                arrangement.seen.add(kind);
                arrangement.placed.add(new Placed<>(line.number(), line.offset(), afterSpoilt, content));
            }
            afterSpoilt = false;
        }
        for (String kind : NEEDED) {
            if (!arrangement.seen.contains(kind)) {
                faults.add(new Fault(0, null, kind, Kind.LINE_MISSING));
            }
        }
        return arrangement;
    }

    /** Whether some line is not in its form. */
    boolean isSpoilt() {
        return spoilt;
    }

    @SuppressWarnings("unchecked") // checked line by line
    <T extends Line> List<Placed<T>> all(Class<T> kind) {
        return placed.stream()
                .filter(line -> kind.isInstance(line.content()))
                .map(line -> (Placed<T>) line)
                .toList();
    }

    <T extends Line> @Nullable Placed<T> one(Class<T> kind) {
        List<Placed<T>> all = all(kind);
        return all.isEmpty() ? null : all.get(0);
    }
}
