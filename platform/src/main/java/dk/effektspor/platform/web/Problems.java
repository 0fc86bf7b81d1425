package dk.effektspor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.ObjectMapper;

/** Answers with a problem in the reader's language; the one way for controllers, filters and the sign-in. */
public final class Problems {

    private final ProblemTexts texts;
    private final ObjectMapper json;

    Problems(ProblemTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Writes the whole answer; headers set before stay. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Locale language = ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        write(response, problem, language, json.writeValueAsBytes(body(problem, language, Correlation.of(request))));
    }

    /** A problem that is always the same, for whoever has no time to write it. */
    public PreparedProblem prepared(Problem problem) {
        return new PreparedProblem(problem, language -> json.writeValueAsBytes(body(problem, language, null)));
    }

    static void write(HttpServletResponse response, Problem problem, Locale language, byte[] body) throws IOException {
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private ProblemBody body(Problem problem, Locale language, @Nullable String correlation) {
        Map<String, Object> facts = problem.facts();
        return new ProblemBody(
                URI.create("urn:effektspor:problem:" + problem.code()),
                texts.title(problem.code(), language, facts),
                problem.status(),
                texts.detail(problem.code(), language, facts),
                problem.code(),
                new TreeMap<>(facts),
                correlation);
    }
}
