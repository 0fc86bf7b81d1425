package dk.effektspor.query.access;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.security.ShowsNoPerson;
import dk.effektspor.platform.web.PageLimits;
import dk.effektspor.query.platform.Cursors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who looked, for auditors; whoever reads it looks as well. */
@RestController
@RequestMapping("/api/v1/audit/access")
class AccessController {

    private static final String ORDER = "access";
    private static final int MOST_CITIZENS = 2_000;

    private final AccessSearch search;
    private final ChainCheck check;
    private final Looked looked;

    AccessController(AccessSearch search, ChainCheck check, Looked looked) {
        this.search = search;
        this.check = check;
        this.looked = looked;
    }

    /** A page of the log, the newest first; {@code next} is absent on the last. */
    record AccessPage(List<AccessLine> entries, @Nullable String next) {}

    @Auditing
    @GetMapping
    AccessPage find(
            @RequestParam @Nullable UUID citizenId,
            @RequestParam @Nullable UUID caseId,
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        int size = PageLimits.size(limit);
        AccessSearch.Wanted wanted = new AccessSearch.Wanted(citizenId, caseId, actor, from, to);
        List<Entry> found = search.find(wanted, before(cursor), size + 1);
        List<AccessLine> page = new ArrayList<>();
        int citizens = 0;
        for (Entry entry : found.subList(0, Math.min(size, found.size()))) {
            AccessLine line = AccessLine.of(entry, wanted);
            citizens += line.citizens().size();
            if (citizens > MOST_CITIZENS && !page.isEmpty()) {
                break;
            }
            page.add(line);
            line.citizens().forEach(looked::forCitizen);
        }
        String next = page.size() < found.size()
                ? Cursors.of(ORDER, Long.toString(page.get(page.size() - 1).position()))
                : null;
        return new AccessPage(page, next);
    }

    @Auditing
    @ShowsNoPerson("positions and hashes of the log, and what is wrong with it")
    @GetMapping("/check")
    ChainReport check() {
        return check.now();
    }

    private static long before(@Nullable String cursor) {
        List<String> place = Cursors.place(cursor, ORDER, 1);
        try {
            return place == null ? Long.MAX_VALUE : Long.parseLong(place.get(0));
        } catch (NumberFormatException e) {
            throw Cursors.invalid();
        }
    }
}
