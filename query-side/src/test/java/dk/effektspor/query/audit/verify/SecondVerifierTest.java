package dk.effektspor.query.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.audit.bundle.PersonalField;
import dk.effektspor.query.audit.bundle.SampleBundles;
import dk.effektspor.query.ledger.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The verifier in docs/verifier, written in another language, and ours say the same of every bundle, good and bad. */
class SecondVerifierTest {

    private static final Path OTHER = Path.of("../docs/verifier/verify.mjs");
    private static final Path APPROVED = Path.of("src/test/resources/bundles");

    @TempDir
    Path folder;

    @Test
    void both_say_the_same_of_bundles_made_and_spoilt_here() throws Exception {
        SampleBundles sample = new SampleBundles(40);
        byte[] sound = sample.bundle();
        Map<String, byte[]> bundles = new LinkedHashMap<>(Spoilt.of(sound));
        bundles.put("sound", sound);
        bundles.put("withheld", sample.bundle(PersonalField.of(List.of("all"))));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] changed = sound.clone();
            int at = random.nextInt(changed.length);
            changed[at] = (byte) (i % 2 == 0 ? random.nextInt(256) : changed[at] ^ 1);
            bundles.put("random-" + i, changed);
        }
        compare(bundles, Brought.NOTHING);
        sample.erase();
        compare(Map.of("sound", sound, "erased", sample.bundle()), new Brought(sample.key(), sample.earlier()));
        compare(Map.of("sound", sound), new Brought(null, new SampleBundles(90).earlier()));
        compare(Map.of("sound", sound), new Brought(null, sample.latest()));
    }

    @Test
    void both_say_the_same_of_changes_of_key() throws Exception {
        SigningKey old = SigningKey.generate("effektspor.test");
        SampleBundles rotated = new SampleBundles(30, old, SigningKey.generate("effektspor.test"));
        byte[] bundle = rotated.bundle();
        String text = new String(bundle, UTF_8);
        Map<String, byte[]> bundles = new LinkedHashMap<>();
        bundles.put("rotated", bundle);
        bundles.put(
                "no-growth",
                text.replaceFirst("\"growth\":\\[\"[^\"]*\"", "\"growth\":[").getBytes(UTF_8));
        bundles.put(
                "no-hand",
                text.replaceFirst("(\"handover\":\"[^\"]*\\\\n)\u2014 [^\"]*\\\\n\"", "$1\"")
                        .getBytes(UTF_8));
        bundles.put(
                "other-event",
                text.replaceFirst("ledger.key-rotated", "ledger.key-rotatee").getBytes(UTF_8));

        compare(bundles, new Brought(old.verifier(), rotated.earlier()));
        compare(bundles, new Brought(new SampleBundles(5).key(), null));
    }

    @Test
    void both_say_the_same_of_the_bundles_that_are_kept() throws Exception {
        Map<String, byte[]> kept = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(APPROVED)) {
            for (Path file : files.sorted().toList()) {
                kept.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }

        compare(kept, Brought.NOTHING);
        kept.forEach((name, bytes) -> assertThat(
                        requireNonNull(Verification.of(bytes, Brought.NOTHING)).isSound())
                .as(name)
                .isEqualTo(name.startsWith("sound")));
    }

    private void compare(Map<String, byte[]> bundles, Brought brought) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", OTHER.toString(), "--json"));
        if (brought.key() != null) {
            command.addAll(List.of("--key", brought.key().text()));
        }
        if (brought.earlier() != null) {
            command.addAll(List.of(
                    "--earlier",
                    Files.writeString(
                                    folder.resolve("earlier"), brought.earlier().render())
                            .toString()));
        }
        for (Map.Entry<String, byte[]> bundle : bundles.entrySet()) {
            command.add(Files.write(folder.resolve(bundle.getKey()), bundle.getValue())
                    .toString());
        }
        List<String> theirs = said(command);
        assertThat(theirs).hasSize(bundles.size());
        int line = 0;
        for (Map.Entry<String, byte[]> bundle : bundles.entrySet()) {
            assertThat(theirs.get(line++)).as(bundle.getKey()).isEqualTo(ours(bundle.getValue(), brought));
        }
    }

    private List<String> said(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process node = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(node.waitFor(4, TimeUnit.MINUTES)).isTrue();
        return Files.readAllLines(output);
    }

    private static String ours(byte[] bundle, Brought brought) {
        @Nullable Verdict verdict = Verification.of(bundle, brought);
        return JsonMapper.shared().writeValueAsString(verdict == null ? null : new Report(verdict).forPrograms());
    }
}
