package dk.effektspor.query.audit.paper;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.audit.paper.page.Paper;
import dk.effektspor.query.audit.paper.page.Typesetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Prints one paper at a time: the pages of a long case take some hundred megabytes until they are written. */
final class PrintRoom {

    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore press = new Semaphore(1, true);

    /**
     * The whole PDF, so that half a paper is never sent as if it were a whole one.
     *
     * @throws Problem 503 {@code paper.busy}
     */
    byte[] print(Supplier<Paper> paper) {
        if (!isFreeInTime()) {
            throw new Problem(503, "paper.busy", Map.of());
        }
        try {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 18);
            Typesetter.set(paper.get(), pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            press.release();
        }
    }

    private boolean isFreeInTime() {
        try {
            return press.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
