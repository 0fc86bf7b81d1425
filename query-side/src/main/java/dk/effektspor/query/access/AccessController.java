package dk.effektspor.query.access;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.security.ShowsNoPerson;
import dk.effektspor.platform.vault.Forgetting;
import dk.effektspor.platform.web.PageLimits;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.platform.Cursors;
import dk.effektspor.shared.casefile.CitizenId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final Forgetting citizens;

    AccessController(AccessSearch search, ChainCheck check, Looked looked, Forgetting citizens) {
        this.search = search;
        this.check = check;
        this.looked = looked;
        this.citizens = citizens;
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
        if (found.isEmpty() && citizenId != null) {
            refuseUnknown(citizenId);
        }
        List<AccessLine> page = new ArrayList<>();
        int shown = 0;
        for (Entry entry : found.subList(0, Math.min(size, found.size()))) {
            AccessLine line = AccessLine.of(entry, wanted);
            shown += line.citizens().size();
            if (shown > MOST_CITIZENS && !page.isEmpty()) {
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

    /** An empty page of a mistyped id would read as if nobody had looked. */
    private void refuseUnknown(UUID citizenId) {
        AccessSearch.Wanted anything = new AccessSearch.Wanted(citizenId, null, null, null, null);
        if (citizens.standing(new CitizenId(citizenId)) == Forgetting.Standing.UNKNOWN
                && search.find(anything, Long.MAX_VALUE, 1).isEmpty()) {
            throw new Problem(404, "citizen.unknown", Map.of("citizenId", citizenId));
        }
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
