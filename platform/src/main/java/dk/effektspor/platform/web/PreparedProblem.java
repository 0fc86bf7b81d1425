package dk.effektspor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;

/** A problem whose body is written once for each language; it names no request, since nothing is logged of one. */
public final class PreparedProblem {

    private final Problem problem;
    private final Function<Locale, byte[]> body;
    private final Map<Locale, byte[]> bodies = new ConcurrentHashMap<>();

    PreparedProblem(Problem problem, Function<Locale, byte[]> body) {
        this.problem = problem;
        this.body = body;
    }

    /** Writes the whole answer; headers set before stay. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problems.write(response, problem, language, bodies.computeIfAbsent(language, body));
    }
}
