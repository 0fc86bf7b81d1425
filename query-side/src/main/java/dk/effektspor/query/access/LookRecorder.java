package dk.effektspor.query.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every answer back until the look it is the answer to has been written down. Innermost of the filters: it is known who asks,
 * and what the framework answers goes through it, refusals as well.
 */
final class LookRecorder extends OncePerRequestFilter implements Ordered {

    private static final String ANSWER = RecordedAnswer.class.getName();

    private final AccessJournal journal;

    LookRecorder(AccessJournal journal) {
        this.journal = journal;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RecordedAnswer answer = (RecordedAnswer) request.getAttribute(ANSWER);
        if (answer != null) {
            // The second round of an asynchronous answer, whose response is the one of the first.
            passOn(request, response, answer, chain);
        } else {
            Looking looking = new Looking();
            answer = new RecordedAnswer(response, looking, journal);
            request.setAttribute(ANSWER, answer);
            Looking.keep(request, looking);
            passOn(request, answer, answer, chain);
        }
        if (!request.isAsyncStarted()) {
            answer.end();
        }
    }

    private static void passOn(
            HttpServletRequest request, HttpServletResponse response, RecordedAnswer answer, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException | IOException failure) {
            answer.fail();
            throw failure;
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
