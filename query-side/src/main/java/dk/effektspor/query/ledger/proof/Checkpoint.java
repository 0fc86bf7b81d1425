package dk.effektspor.query.ledger.proof;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the log was at a moment: the text that is signed (C2SP tlog-checkpoint).
 *
 * @param origin which log
 * @param size its leaves
 * @param root over all of them
 * @param extensions further lines, none of them empty
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0 || Stream.concat(Stream.of(origin), extensions.stream()).anyMatch(Checkpoint::isNoLine)) {
            throw new IllegalArgumentException("Not a checkpoint");
        }
    }

    /** Every line ends with a line feed. */
    public String text() {
        return Stream.concat(Stream.of(origin, Long.toString(size), root.base64()), extensions.stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException unless it is exactly what {@link #text()} would write */
    public static Checkpoint parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() < 4) {
            throw new IllegalArgumentException("A checkpoint has three lines at least");
        }
        Checkpoint read = new Checkpoint(
                lines.get(0),
                Long.parseLong(lines.get(1)),
                Hash.ofBase64(lines.get(2)),
                lines.subList(3, lines.size() - 1));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("A checkpoint is written in one way only");
        }
        return read;
    }

    private static boolean isNoLine(String line) {
        return line.isEmpty() || line.contains("\n");
    }
}
