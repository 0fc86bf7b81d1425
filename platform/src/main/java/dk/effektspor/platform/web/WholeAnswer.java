package dk.effektspor.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * An answer that is sent when the request is done with: Spring asks for the buffer to be sent as soon as it is written,
 * which makes two packets of it, and lets a client see an answer that is not yet logged. What is longer than the buffer
 * is sent as it comes, and so is what is flushed by way of its stream.
 */
final class WholeAnswer extends HttpServletResponseWrapper {

    WholeAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void flushBuffer() {
        // The container sends what is left, with its length, when the last filter has returned.
    }
}
