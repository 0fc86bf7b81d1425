package dk.effektspor.query.access;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which looking is unusual enough to be asked about. */
@RestController
class UnusualController {

    private static final int DAYS = 7;
    private static final int MOST_DAYS = 92;

    private final UnusualSearch search;
    private final Clock clock;

    UnusualController(UnusualSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** What was found from the first day through the last. */
    record UnusualLooks(LocalDate from, LocalDate to, List<Unusual> findings) {}

    @Auditing
    @GetMapping("/api/v1/audit/access/unusual")
    UnusualLooks unusual(
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusDays(DAYS - 1) : from;
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new Problem(400, "access.period", Map.of("days", MOST_DAYS));
        }
        return new UnusualLooks(first, last, search.between(first, last, ProblemTexts.language(acceptLanguage)));
    }
}
