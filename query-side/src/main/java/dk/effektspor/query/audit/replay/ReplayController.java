package dk.effektspor.query.audit.replay;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.web.PageLimits;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.history.StoredHistory;
import dk.effektspor.query.platform.Answers;
import dk.effektspor.query.platform.Cursors;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.Catalogue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every event of a case in order: a page at a time as JSON, or the whole as lines of JSON. */
@RestController
@RequestMapping("/api/v1/audit/cases/{caseId}/replay")
class ReplayController {

    private static final String ORDER = "replay";

    private final AuditedCases cases;
    private final Replay replay;
    private final Catalogue catalogue;

    ReplayController(AuditedCases cases, Replay replay, Catalogue catalogue) {
        this.cases = cases;
        this.replay = replay;
        this.catalogue = catalogue;
    }

    /**
     * A page of the replay.
     *
     * @param catalogue the edition of the catalogue files in use
     * @param next cursor of the next page, absent on the last
     */
    record Page(
            CaseId caseId,
            CitizenId citizenId,
            String catalogue,
            List<ReplayedEvent> events,
            @Nullable String next) {}

    @Auditing
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> page(
            @PathVariable UUID caseId,
            @RequestParam @Nullable String event,
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String recordedFrom,
            @RequestParam @Nullable String recordedTo,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        int size = PageLimits.size(limit);
        Sought sought = Sought.of(event, actor, from, to, recordedFrom, recordedTo);
        Locale language = ProblemTexts.language(acceptLanguage);
        AuditedCases.Door audited = cases.door(new CaseId(caseId));
        List<ReplayedEvent> found = new ArrayList<>();
        // Who looks for some events among many reads on; who takes them as they come needs no more than a page and its
        // cursor.
        int atOnce = sought.isAnything() ? size + 1 : StoredHistory.AT_ONCE;
        replay.read(audited, place(cursor), atOnce, sought, language, Function.identity(), replayed -> {
            found.add(replayed);
            return found.size() <= size;
        });
        String next = found.size() <= size
                ? null
                : Cursors.of(ORDER, Long.toString(found.get(size).sequence()));
        List<ReplayedEvent> page = found.subList(0, Math.min(size, found.size()));
        return Answers.ofAnotherTime(
                language, new Page(audited.caseId(), audited.citizen(), catalogue.version(), page, next));
    }

    /**
     * The whole, one event a line. The last line says how many there were and the SHA-256 of all lines before it, line feeds
     * included; a stream without it broke off, and a line {@code error} before the break says at which event.
     */
    @Auditing
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(
            @PathVariable UUID caseId,
            @RequestParam @Nullable String event,
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String recordedFrom,
            @RequestParam @Nullable String recordedTo,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response)
            throws IOException {
        Sought sought = Sought.of(event, actor, from, to, recordedFrom, recordedTo);
        Locale language = ProblemTexts.language(acceptLanguage);
        AuditedCases.Door audited = cases.door(new CaseId(caseId));
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        ReplayLines.write(replay, audited, sought, language, response.getOutputStream());
    }

    private static long place(@Nullable String cursor) {
        List<String> place = Cursors.place(cursor, ORDER, 1);
        try {
            return place == null ? 0 : Long.parseLong(place.get(0));
        } catch (NumberFormatException e) {
            throw Cursors.invalid();
        }
    }
}
