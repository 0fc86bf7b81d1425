package dk.effektspor.query.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.InclusionProof;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proofs and checkpoints as others' implementations, in another language, see them: npm's {@code @sigstore/verify}, and
 * for consistency, which it lacks, {@code @transmute/rfc9162}. Needs node and npm, which {@code ./effektspor test} installs
 * where they are missing.
 */
class CrossCheckTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path INSTALLED = Path.of("target/sigstore").toAbsolutePath();
    private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 255, 256, 257, 300, 511, 513, 700};

    @TempDir
    Path data;

    private final List<String> cases = new ArrayList<>();
    private int growths;

    @Test
    void another_implementation_agrees_on_what_is_proved_and_what_is_not() throws Exception {
        install();
        try (KeptRecord record = new KeptRecord(data)) {
            int stored = 0;
            for (int size : SIZES) {
                record.append(size - stored, 7);
                stored = size;
                SignedNote note = record.sign().note();
                for (int position = 0; position < size; position += 1 + size / 40) {
                    prove(record, note, position);
                }
                prove(record, note, size - 1);
            }
            for (int from : SIZES) {
                for (int to : SIZES) {
                    if (from < to) {
                        growth(record, from, to);
                    }
                }
            }
        }
        Path file = data.resolve("cases");
        Files.write(file, cases);

        assertThat(run("node", "check.js", file.toString()))
                .contains(cases.size() + " cases, " + growths + " of them of growth")
                .contains(" 0 not agreed on");
    }

    private void prove(KeptRecord record, SignedNote note, long position) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        long size = checkpoint.size();
        InclusionProof proof = record.ledger.inclusion(position, size);
        StoredEvent event = record.events.withId(record.eventAt(position)).orElseThrow();
        byte[] envelope = LeafEnvelope.of(event);
        VerifierKey key = record.ledger.key();
        Hash root = checkpoint.root();

        add("as it is", envelope, position, size, proof.path(), root, note, true);
        byte[] changed = envelope.clone();
        changed[changed.length - 1] ^= 1;
        add("another event", changed, position, size, proof.path(), root, note, false);
        if (size > 1) {
            add("another position", envelope, position == 0 ? 1 : position - 1, size, proof.path(), root, note, false);
            List<Hash> other = new ArrayList<>(proof.path());
            other.set(0, MerkleTree.leaf(envelope));
            add("another path", envelope, position, size, other, root, note, false);
            add(
                    "a shorter path",
                    envelope,
                    position,
                    size,
                    proof.path().subList(1, proof.path().size()),
                    root,
                    note,
                    false);
        }
        add("another root", envelope, position, size, proof.path(), MerkleTree.leaf(changed), note, false);
        SignedNote resized =
                new SignedNote(note.text().replace("\n" + size + "\n", "\n" + (size + 1) + "\n"), note.signatures());
        add("another text under the signature", envelope, position, size, proof.path(), root, resized, false);
        assertThat(key.verify(note)).isTrue();
        assertThat(key.verify(resized)).isFalse();
    }

    private void add(
            String what,
            byte[] envelope,
            long position,
            long size,
            List<Hash> path,
            Hash root,
            SignedNote note,
            boolean good) {
        InclusionProof proof = new InclusionProof(position, size, path);
        boolean ours = proof.proves(MerkleTree.leaf(envelope), root)
                && Checkpoint.parse(note.text()).root().equals(root)
                && VerifierKey.parse(key()).verify(note);
        assertThat(ours).as(what).isEqualTo(good);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("what", what);
        one.put("envelope", Base64.getEncoder().encodeToString(envelope));
        one.put("position", position);
        one.put("size", size);
        one.put("path", path.stream().map(Hash::base64).toList());
        one.put("root", root.base64());
        one.put("checkpoint", note.render());
        one.put("keys", List.of(key()));
        one.put("good", good);
        cases.add(JSON.writeValueAsString(one));
    }

    private void growth(KeptRecord record, long from, long to) {
        List<Hash> path = record.ledger.consistency(from, to).path();
        Hash before = new MerkleTree(record.tiles).root(from);
        Hash after = new MerkleTree(record.tiles).root(to);
        addGrowth("as it grew", from, to, path, before, after, true);
        addGrowth("from another log", from, to, path, after, after, false);
        addGrowth("to another log", from, to, path, before, before, false);
        addGrowth("a longer path", from, to, with(path, before), before, after, false);
        if (path.size() > 1) {
            addGrowth("a shorter path", from, to, path.subList(0, path.size() - 1), before, after, false);
        }
    }

    private static List<Hash> with(List<Hash> path, Hash one) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(one);
        return longer;
    }

    private void addGrowth(String what, long from, long to, List<Hash> path, Hash before, Hash after, boolean good) {
        assertThat(new ConsistencyProof(from, to, path).proves(before, after))
                .as("%s, %d to %d", what, from, to)
                .isEqualTo(good);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("what", what);
        one.put("from", from);
        one.put("size", to);
        one.put("path", path.stream().map(Hash::base64).toList());
        one.put("rootFrom", before.base64());
        one.put("root", after.base64());
        one.put("good", good);
        cases.add(JSON.writeValueAsString(one));
        growths++;
    }

    private String key() {
        try {
            return Files.readAllLines(data.resolve("ledger/keys")).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The versions are those of the lock file; nothing of it runs while it is installed. */
    private static void install() throws Exception {
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", "package-lock.json", "check.js")) {
            try (InputStream content = CrossCheckTest.class.getResourceAsStream("/ledger/sigstore/" + file)) {
                Files.copy(
                        Objects.requireNonNull(content), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.isRegularFile(INSTALLED.resolve("node_modules/@transmute/rfc9162/package.json"))) {
            run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }

    private static String run(String... command) throws Exception {
        Path output = Files.createTempFile("cross-check", ".out");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("This test needs nodejs and npm: ./effektspor test installs them", missing);
        }
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        String said = Files.readString(output, UTF_8);
        Files.delete(output);
        assertThat(ended && process.exitValue() == 0)
                .as(String.join(" ", command) + ": " + said)
                .isTrue();
        return said;
    }
}
