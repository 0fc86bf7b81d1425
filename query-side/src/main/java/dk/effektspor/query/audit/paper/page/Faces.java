package dk.effektspor.query.audit.paper.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The Liberation fonts every paper is set in and carries inside. */
final class Faces {

    /** A font file, by the name, weight and slant it is asked for with. */
    record Face(String family, String file, int weight, boolean italic) {

        InputStream stream() {
            return Objects.requireNonNull(Faces.class.getResourceAsStream("/liberation/" + file), file);
        }
    }

    static final List<Face> ALL = List.of(
            new Face("Liberation Sans", "LiberationSans-Regular.ttf", 400, false),
            new Face("Liberation Sans", "LiberationSans-Bold.ttf", 700, false),
            new Face("Liberation Sans", "LiberationSans-Italic.ttf", 400, true),
            new Face("Liberation Mono", "LiberationMono-Regular.ttf", 400, false));

    private static final List<CmapLookup> GLYPHS =
            ALL.stream().map(Faces::glyphs).toList();

    private Faces() {}

    /** Whether each face can draw the character. */
    static boolean have(int codePoint) {
        return GLYPHS.stream().allMatch(face -> face.getGlyphId(codePoint) != 0);
    }

    /** The font without its ligatures, which would cost a third of the time and make words hard to search for. */
    static TrueTypeFont parsed(Face face) throws IOException {
        try (InputStream file = face.stream()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return font;
        }
    }

    private static CmapLookup glyphs(Face face) {
        try (TrueTypeFont font = parsed(face)) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
