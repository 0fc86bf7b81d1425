package dk.effektspor.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it, with two members of ours.
 *
 * @param code stable name of the problem, for programs
 * @param facts what the sentence was filled in with
 * @param correlation finds the request in the log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "facts", "correlation"})
public record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        Map<String, Object> facts,
        @Nullable String correlation) {}
