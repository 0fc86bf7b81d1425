package dk.effektspor.query.audit.paper.page;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sets a paper as a tagged PDF (PDF/UA-1) that carries its fonts and refers to nothing outside itself. */
public final class Typesetter {

    static {
        // What it says of a text it cannot set could hold the text; the tests judge the result instead.
        XRLog.setLoggingEnabled(false);
    }

    private Typesetter() {}

    /** Writes the PDF; leaves the stream open. */
    public static void set(Paper paper, OutputStream to) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(pdf);
            builder.withW3cDocument(paper.document(), null);
            builder.usePdfUaAccessibility(true);
            builder.withProducer("Effektspor");
            builder.useUnicodeLineBreaker(new LineEnds());
            for (Faces.Face face : Faces.ALL) {
                builder.useFont(
                        new PDFontSupplier(PDType0Font.load(pdf, Faces.parsed(face), true)),
                        face.family(),
                        face.weight(),
                        face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                        true);
            }
            closeTheDoors(builder);
            builder.toStream(to);
            builder.run();
        }
    }

    private static void closeTheDoors(PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> null);
        builder.useHttpStreamImplementation(uri -> nothing());
        for (ExternalResourceControlPriority time : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, time);
        }
    }

    private static FSStream nothing() {
        throw new IllegalStateException("A paper refers to nothing outside itself");
    }
}
