package dk.effektspor.query.audit.bundle;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.audit.AuditedCase;
import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.shared.casefile.CaseId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
    ResponseEntity<byte[]> bundle(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") List<String> withhold,
            @RequestParam(defaultValue = "") List<Long> earlier) {
        Set<PersonalField> withheld = withheld(withhold);
        AuditedCase audited = cases.read(new CaseId(caseId));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(BUNDLE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(caseId + ".bundle")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bundles.of(audited, withheld, earlier));
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
