package dk.effektspor.query.audit.paper.page;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;

/** Sets a paper as a tagged PDF that carries its fonts and refers to nothing outside itself. */
public final class Typesetter {

    static {
        // What it says of a text it cannot set could hold the text; the tests judge the result instead.
        XRLog.setLoggingEnabled(false);
    }

    private Typesetter() {}

    public static void set(Paper paper, OutputStream to) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(paper.document(), null);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Effektspor");
        Faces.ALL.forEach(face -> builder.useFont(
                face::stream, face.family(), face.weight(), face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL, true));
        builder.useUriResolver((base, uri) -> null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        FSStreamFactory nowhere = uri -> nothing();
        builder.useHttpStreamImplementation(nowhere);
        builder.toStream(to);
        builder.run();
    }

    private static FSStream nothing() {
        throw new IllegalStateException("A paper refers to nothing outside itself");
    }
}
