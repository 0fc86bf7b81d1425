package dk.effektspor.query.ledger;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.security.Operations;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.ledger.check.SelfCheck;
import dk.effektspor.query.ledger.tree.Builder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ledger")
class LedgerOperations {

    private static final long LONGEST_SECONDS = 20;

    private final KeyRotation rotation;
    private final SelfCheck check;
    private final Builder builder;
    private final LedgerWatch watch;
    private final Ledger ledger;
    private final ProblemTexts texts;
    private final CurrentActor actor;
    private final Object checking = new Object();
    private @Nullable CompletableFuture<?> underWay;

    LedgerOperations(
            KeyRotation rotation,
            SelfCheck check,
            Builder builder,
            LedgerWatch watch,
            Ledger ledger,
            ProblemTexts texts,
            CurrentActor actor) {
        this.rotation = rotation;
        this.check = check;
        this.builder = builder;
        this.watch = watch;
        this.ledger = ledger;
        this.texts = texts;
        this.actor = actor;
    }

    /** The keys before and after, and the size of the first checkpoint that both have signed. */
    record Rotated(String previousKey, String nextKey, long size) {}

    @Operations
    @PostMapping("/key-rotation")
    Rotated rotate(@RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String client) {
        return rotation.rotate(actor.get(), client == null ? "unknown" : client);
    }

    /** Answers when everything has been checked, or with 202 and what was known before when that takes long. */
    @Operations
    @PostMapping("/check")
    ResponseEntity<LedgerStatus> check(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage)
            throws ExecutionException, InterruptedException {
        CompletableFuture<?> run;
        synchronized (checking) {
            run = underWay == null || underWay.isDone() ? CompletableFuture.supplyAsync(check::full) : underWay;
            underWay = run;
        }
        HttpStatus status = HttpStatus.OK;
        try {
            run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stillReading) {
            status = HttpStatus.ACCEPTED;
        }
        return ResponseEntity.status(status)
                .body(LedgerStatus.of(watch, ledger.key().name(), texts, ProblemTexts.language(acceptLanguage)));
    }

    /** Answers when the old tiles are gone and building has begun. */
    @Operations
    @PostMapping("/rebuild")
    LedgerStatus rebuild(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        builder.rebuild();
        return LedgerStatus.of(watch, ledger.key().name(), texts, ProblemTexts.language(acceptLanguage));
    }
}
