package dk.effektspor.query.audit.paper;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.clocks.AskedClocks;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.shared.casefile.CaseId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A case on paper: its whole history, or the extract that is handed to someone with a right to insight. */
@RestController
@RequestMapping("/api/v1/audit/cases/{caseId}")
class PaperController {

    private final Dossiers dossiers;
    private final PrintRoom press;
    private final PaperSettings settings;

    PaperController(Dossiers dossiers, PrintRoom press, PaperSettings settings) {
        this.dossiers = dossiers;
        this.press = press;
        this.settings = settings;
    }

    @Auditing
    @GetMapping(path = "/history.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> history(
            @PathVariable UUID caseId,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Words words = new Words(ProblemTexts.language(acceptLanguage));
        Dossier dossier = dossiers.of(new CaseId(caseId), AskedClocks.of(validAt, knownAt), words);
        return answer(
                "sagshistorik",
                dossier,
                words,
                press.print(() -> new CasePaper(words, settings.authority()).history(dossier)));
    }

    @Auditing
    @GetMapping(path = "/insight.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> insight(
            @PathVariable UUID caseId,
            @RequestParam Insight.@Nullable Access access,
            @RequestParam @Nullable Boolean employeeNames,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return extract(
                caseId,
                Insight.withoutRedactions(access, employeeNames),
                AskedClocks.of(validAt, knownAt),
                acceptLanguage);
    }

    @Auditing
    @PostMapping(path = "/insight.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> redactedInsight(
            @PathVariable UUID caseId,
            @RequestBody Insight insight,
            @RequestParam @Nullable String validAt,
            @RequestParam @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return extract(caseId, insight, AskedClocks.of(validAt, knownAt), acceptLanguage);
    }

    private ResponseEntity<byte[]> extract(
            UUID caseId, Insight insight, TwoClocks clocks, @Nullable String acceptLanguage) {
        Words words = new Words(ProblemTexts.language(acceptLanguage));
        Dossier extract = new Extract(insight, words).of(dossiers.of(new CaseId(caseId), clocks, words));
        String basis = words.text("basis." + insight.by().name());
        return answer(
                "aktindsigt",
                extract,
                words,
                press.print(() -> new CasePaper(words, settings.authority())
                        .extract(extract, basis, Removals.in(extract, words))));
    }

    private static ResponseEntity<byte[]> answer(String name, Dossier dossier, Words words, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "-" + dossier.caseNumber() + ".pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().getLanguage())
                .body(pdf);
    }
}
