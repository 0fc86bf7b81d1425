package dk.effektspor.query.audit.bundle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that may be a bundle.
 *
 * @param lines in order; one that is not in its form is there without content
 */
public record BundleFile(List<Numbered> lines) {

    /**
     * A line and where it is.
     *
     * @param number from 1
     * @param offset of its first byte
     * @param kind place of its kind in the order of the kinds, -1 without content
     * @param content absent if the line is not in its form
     */
    public record Numbered(
            int number, int offset, int kind, @Nullable Line content) {}

    private static final Map<String, Function<LineReader, Line>> KINDS = kinds();
    private static final List<String> ORDER = List.copyOf(KINDS.keySet());

    public static BundleFile of(byte[] bytes) {
        List<Numbered> lines = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            lines.add(line(bytes, start, lines.size() + 1));
            start = end(bytes, start) + 1;
        }
        return new BundleFile(lines);
    }

    /** The line that begins there, unnumbered. */
    public static Numbered line(byte[] bytes, int start) {
        return line(bytes, start, 0);
    }

    private static Numbered line(byte[] bytes, int start, int number) {
        int end = end(bytes, start);
        // A line without its line feed is not in its form.
        return end == bytes.length
                ? new Numbered(number, start, -1, null)
                : parsed(number, start, ByteBuffer.wrap(bytes, start, end - start));
    }

    private static int end(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Whether the file is a bundle of our format, be it a spoilt one: its first or its last kind of line is there. */
    public boolean isBundle() {
        return lines.stream()
                .map(Numbered::content)
                .anyMatch(line -> line instanceof Line.Header
                        || (line instanceof Line.End end && end.note().startsWith(Line.FORMAT + "\n")));
    }

    /** The name of a kind by its place in the order. */
    public static String kind(int place) {
        return ORDER.get(place);
    }

    private static Numbered parsed(int number, int offset, ByteBuffer bytes) {
        try {
            LineReader in = new LineReader(bytes);
            String name = in.kind();
            Function<LineReader, Line> kind = KINDS.get(name);
            if (kind != null) {
                return new Numbered(number, offset, ORDER.indexOf(name), in.ended(kind.apply(in)));
            }
        } catch (LineReader.Malformed e) {
            return new Numbered(number, offset, -1, null);
        }
        return new Numbered(number, offset, -1, null);
    }

    private static Map<String, Function<LineReader, Line>> kinds() {
        Map<String, Function<LineReader, Line>> kinds = new LinkedHashMap<>();
        kinds.put("header", Line.Header::read);
        kinds.put("about", Line.About::read);
        kinds.put("key", Line.Key::read);
        kinds.put("rotation", Line.Rotation::read);
        kinds.put("catalogue", Line.CatalogueEntry::read);
        kinds.put("checkpoint", Line.Covering::read);
        kinds.put("growth", Line.Growth::read);
        kinds.put("hashes", Line.Hashes::read);
        kinds.put("event", Line.Event::read);
        kinds.put("end", Line.End::read);
        return kinds;
    }
}
