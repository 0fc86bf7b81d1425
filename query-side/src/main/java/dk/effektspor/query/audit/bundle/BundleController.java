package dk.effektspor.query.audit.bundle;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.shared.casefile.CaseId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A case with its proof, in one file to take away. */
@RestController
@RequestMapping("/api/v1/audit/cases/{caseId}/bundle")
class BundleController {

    static final String BUNDLE = "application/vnd.effektspor.bundle+ndjson";

    private final AuditedCases cases;
    private final Bundles bundles;

    BundleController(AuditedCases cases, Bundles bundles) {
        this.cases = cases;
        this.bundles = bundles;
    }

    @Auditing
    @GetMapping(produces = BUNDLE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = BUNDLE, schema = @Schema(type = "string", format = "binary")))
    void bundle(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") List<String> withhold,
            @RequestParam(defaultValue = "") List<Long> earlier,
            HttpServletResponse response)
            throws IOException {
        Set<PersonalField> withheld = withheld(withhold);
        AuditedCases.Door audited = cases.door(new CaseId(caseId));
        Bundle bundle = bundles.of(audited, withheld, earlier);
        response.setContentType(BUNDLE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(caseId + ".bundle")
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        bundle.writeTo(response.getOutputStream());
    }

    private static Set<PersonalField> withheld(List<String> words) {
        try {
            return PersonalField.of(words);
        } catch (PersonalField.Unknown unknown) {
            throw new Problem(
                    400, "bundle.unknown-field", Map.of("field", "withhold", "fields", PersonalField.words()));
        }
    }
}
