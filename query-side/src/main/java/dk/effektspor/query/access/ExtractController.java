package dk.effektspor.query.access;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.vault.Forgetting;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.Catalogue;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the municipality hands to a citizen who asks who has looked. */
@RestController
class ExtractController {

    private static final int ALL = Integer.MAX_VALUE;

    private final AccessSearch search;
    private final Forgetting citizens;
    private final Catalogue catalogue;
    private final Clock clock;

    ExtractController(AccessSearch search, Forgetting citizens, Catalogue catalogue, Clock clock) {
        this.search = search;
        this.citizens = citizens;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Auditing
    @GetMapping("/api/v1/audit/access/extract")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Extract.class)))
    ResponseEntity<Object> extract(
            @RequestParam UUID citizenId,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam(defaultValue = "JSON") ExtractFormat format,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Locale language = ProblemTexts.language(acceptLanguage);
        // An answer that nobody has looked must not be given of nobody.
        if (citizens.standing(new CitizenId(citizenId)) == Forgetting.Standing.UNKNOWN) {
            throw new Problem(404, "citizen.unknown", Map.of("citizenId", citizenId));
        }
        AccessSearch.Wanted wanted = new AccessSearch.Wanted(citizenId, null, null, from, to);
        Extract extract = Extract.of(
                wanted, citizenId, search.find(wanted, Long.MAX_VALUE, ALL), catalogue, clock.getZone(), language);
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .body(format.write(extract, clock.getZone(), language));
    }
}
