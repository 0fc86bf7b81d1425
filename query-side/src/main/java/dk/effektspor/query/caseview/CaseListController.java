package dk.effektspor.query.caseview;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.vault.Cpr;
import dk.effektspor.platform.vault.Vault;
import dk.effektspor.platform.web.PageLimits;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.catalogue.Catalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of the cases a reader may see. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseListController {

    private final CaseViews views;
    private final CurrentActor currentActor;
    private final Vault vault;
    private final OpenedTexts texts;
    private final Clock clock;
    private final Looked looked;
    private final Catalogue catalogue;

    CaseListController(
            CaseViews views,
            CurrentActor currentActor,
            Vault vault,
            OpenedTexts texts,
            Clock clock,
            Looked looked,
            Catalogue catalogue) {
        this.views = views;
        this.currentActor = currentActor;
        this.vault = vault;
        this.texts = texts;
        this.clock = clock;
        this.looked = looked;
        this.catalogue = catalogue;
    }

    /** Open or closed. */
    enum CaseStatus {
        OPEN,
        CLOSED
    }

    /** Which way a list runs. */
    enum Direction {
        ASC,
        DESC
    }

    /**
     * A case in a list.
     *
     * @param step today's position on the Indsatstrappe, absent without an active intervention
     */
    record CaseLine(
            UUID caseId,
            long version,
            String caseNumber,
            String name,
            String targetGroup,
            String unit,
            String caseworker,
            boolean open,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            Instant updatedAt,
            @Nullable Integer step,
            long activeInterventions) {}

    /** A page of cases; {@code next} is absent on the last. */
    record CasePage(List<CaseLine> cases, @Nullable String next) {}

    /** The CPR number is in the body so that it never stands in an address or a log. */
    record Search(String cpr) {}

    @CaseReading
    @GetMapping
    CasePage list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable CaseStatus status,
            @RequestParam @Nullable String targetGroup,
            @RequestParam @Nullable Integer step,
            @RequestParam @Nullable String caseworker,
            @RequestParam @Nullable String caseNumber,
            @RequestParam(defaultValue = "UPDATED") CaseSort sort,
            @RequestParam(defaultValue = "DESC") Direction direction,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Actor actor = currentActor.get();
        if (unit != null && !catalogue.units().has(unit)) {
            throw new Problem(400, "request.invalid-parameter", Map.of("parameter", "unit", "rule", "unit"));
        }
        if (unit != null && !actor.maySeeCasesOf(unit)) {
            throw new Problem(403, "access.other-unit", Map.of("unit", unit));
        }
        int size = PageLimits.size(limit);
        boolean descending = direction == Direction.DESC;
        List<Bson> filters = new ArrayList<>(visibleTo(actor));
        require(filters, "caseworker", mine ? actor.user() : null);
        require(filters, "caseworker", caseworker);
        require(filters, "unit", unit);
        require(filters, "targetGroup", targetGroup);
        require(filters, "caseNumber", caseNumber);
        require(filters, "open", status == null ? null : status == CaseStatus.OPEN);
        if (step != null) {
            filters.add(standsOn(step, LocalDate.now(clock)));
        }
        Bson after = sort.after(cursor, descending);
        if (after != null) {
            filters.add(after);
        }
        List<CaseView> found = views.list(and(filters), sort.sort(descending), size + 1);
        List<CaseView> page = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? sort.cursor(page.get(size - 1), descending) : null;
        return new CasePage(lines(page, acceptLanguage), next);
    }

    @CaseReading
    @PostMapping("/search")
    CasePage search(
            @RequestBody Search search,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Cpr.of(search.cpr());
        return vault.find(search.cpr())
                .map(citizen -> {
                    looked.forCitizen(citizen);
                    List<Bson> filters = new ArrayList<>(visibleTo(currentActor.get()));
                    filters.add(eq("citizenId", citizen.toString()));
                    return new CasePage(
                            lines(
                                    views.list(and(filters), CaseSort.OPENED.sort(true), PageLimits.MAXIMUM),
                                    acceptLanguage),
                            null);
                })
                .orElseGet(() -> new CasePage(List.of(), null));
    }

    private static List<Bson> visibleTo(Actor actor) {
        // Every case has an opening date; a filter that leaves nothing out keeps the auditor's query of the same form.
        return List.of(actor.role() == Role.AUDITOR ? gt("openedOn", "") : in("unit", List.copyOf(actor.units())));
    }

    private static void require(List<Bson> filters, String field, @Nullable Object value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }

    private static Bson standsOn(int step, LocalDate date) {
        return elemMatch("stays", and(eq("step", step), lte("from", date.toString()), gt("until", date.toString())));
    }

    private List<CaseLine> lines(List<CaseView> found, @Nullable String acceptLanguage) {
        Locale language = ProblemTexts.language(acceptLanguage);
        LocalDate today = LocalDate.now(clock);
        return found.stream().map(view -> line(view, today, language)).toList();
    }

    private CaseLine line(CaseView view, LocalDate today, Locale language) {
        CaseHeader header = view.header();
        looked.at(header.caseId(), header.citizenId(), header.caseworker());
        return new CaseLine(
                header.caseId().value(),
                view.version(),
                header.caseNumber().value(),
                texts.open(header.citizenId(), header.person().name(), language),
                header.targetGroup(),
                header.unit(),
                header.caseworker(),
                header.open(),
                header.openedOn(),
                header.closedOn(),
                header.updatedAt(),
                CaseAnswer.position(view, today),
                view.interventions().stream().filter(i -> i.activeOn(today)).count());
    }
}
