package dk.effektspor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every failure of a controller or a filter becomes a problem; nothing of the failure itself leaves the house. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final List<ProblemMapping> mappings;

    ProblemAdvice(Problems problems, ObjectProvider<ProblemMapping> mappings) {
        this.problems = problems;
        this.mappings = mappings.orderedStream().toList();
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AsyncRequestNotUsableException) {
            // The caller hung up: there is nobody to answer.
            return;
        }
        if (response.isCommitted()) {
            // A half-sent answer must break off, not end as if it were whole.
            throw failure;
        }
        Problem problem = problemOf(failure);
        if (problem.status() == 500) {
            LOG.error("Answered 500 {}: {}", problem.code(), new Frames(failure));
            LOG.debug("Answered 500 {}, with all that the failure says", problem.code(), failure);
        } else if (problem.status() > 500) {
            LOG.warn("Answered {} {}: {}", problem.status(), problem.code(), failure.toString());
        }
        if (failure instanceof ErrorResponse known && known.getHeaders().containsHeader(HttpHeaders.ALLOW)) {
            response.setHeader(HttpHeaders.ALLOW, known.getHeaders().getFirst(HttpHeaders.ALLOW));
        }
        problems.write(request, response, problem);
    }

    private Problem problemOf(Exception failure) {
        for (ProblemMapping mapping : mappings) {
            Problem problem = mapping.of(failure);
            if (problem != null) {
                return problem;
            }
        }
        return Outcomes.of(failure);
    }
}
