package dk.effektspor.query.ledger;

import dk.effektspor.platform.security.AnySignedIn;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.ledger.checkpoint.Checkpoints;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.query.ledger.tree.Tiles;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shows, to anyone who has the key, that the record has only grown. Holds nothing about a person. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {

    private static final String NOTE = "text/plain;charset=UTF-8";

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final MerkleTree tree;
    private final Tiles tiles;
    private final LedgerWatch watch;
    private final ProblemTexts texts;

    LedgerController(Ledger ledger, Checkpoints checkpoints, Tiles tiles, LedgerWatch watch, ProblemTexts texts) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.tree = new MerkleTree(tiles);
        this.tiles = tiles;
        this.watch = watch;
        this.texts = texts;
    }

    /** The key that signs now, and those that did before it, the oldest first. */
    record Keys(String origin, String key, List<String> earlier) {}

    /** Hashes in base64. */
    record Inclusion(String eventId, long position, long size, String leaf, List<String> path, String root) {}

    /** Hashes in base64. */
    record Consistency(long from, long to, List<String> path, String rootFrom, String rootTo) {}

    @AnySignedIn
    @GetMapping("/key")
    Keys key() {
        String current = ledger.key().text();
        return new Keys(
                ledger.key().name(),
                current,
                checkpoints.verifierKeys().stream()
                        .map(VerifierKey::text)
                        .filter(key -> !key.equals(current))
                        .toList());
    }

    @AnySignedIn
    @GetMapping(path = "/checkpoint", produces = NOTE)
    String checkpoint(@RequestParam(defaultValue = "false") boolean fresh) {
        return (fresh ? ledger.checkpointNow() : ledger.latest()).render();
    }

    @AnySignedIn
    @PostMapping(path = "/checkpoint", produces = NOTE)
    String freshCheckpoint() {
        return ledger.checkpointNow().render();
    }

    /** Without a size, the proof leads to the newest checkpoint. */
    @AnySignedIn
    @GetMapping("/inclusion")
    Inclusion inclusion(@RequestParam String eventId, @RequestParam @Nullable Long size) {
        long position = ledger.position(eventId);
        long in = size != null ? size : signedSize();
        if (size == null && position >= in) {
            throw new Problem(409, "ledger.not-signed-yet", Map.of("position", position, "size", in));
        }
        List<String> path = base64(ledger.inclusion(position, in).path());
        return new Inclusion(
                eventId,
                position,
                in,
                tiles.root(0, position).base64(),
                path,
                tree.root(in).base64());
    }

    /** Without an end, the proof leads to the newest checkpoint. */
    @AnySignedIn
    @GetMapping("/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam @Nullable Long to) {
        long end = to != null ? to : signedSize();
        List<String> path = base64(ledger.consistency(from, end).path());
        return new Consistency(
                from, end, path, tree.root(from).base64(), tree.root(end).base64());
    }

    @AnySignedIn
    @GetMapping("/status")
    LedgerStatus status(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return LedgerStatus.of(watch, ledger.key().name(), texts, ProblemTexts.language(acceptLanguage));
    }

    private long signedSize() {
        return Checkpoint.parse(ledger.latest().text()).size();
    }

    private static List<String> base64(List<Hash> path) {
        return path.stream().map(Hash::base64).toList();
    }
}
