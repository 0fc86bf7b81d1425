package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.PersonalField;
import dk.effektspor.query.audit.bundle.SampleBundles;
import dk.effektspor.query.ledger.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the bundles under src/test/resources anew; only when the format changes, since the old ones must stay readable. */
final class KeptBundles {

    private KeptBundles() {}

    public static void main(String[] folder) throws IOException {
        SampleBundles sample = new SampleBundles(12);
        SampleBundles rotated =
                new SampleBundles(8, SigningKey.generate("effektspor.test"), SigningKey.generate("effektspor.test"));
        byte[] sound = sample.bundle();
        Map<String, byte[]> spoilt = Spoilt.of(sound);
        write(folder[0], "sound.bundle", sound);
        write(folder[0], "sound-withheld.bundle", sample.bundle(PersonalField.of(List.of("person"))));
        write(folder[0], "sound-rotated.bundle", rotated.bundle());
        for (String bad : List.of("other-time", "swapped-events", "other-text", "last-event-missing", "without-end")) {
            write(folder[0], "bad-" + bad + ".bundle", Objects.requireNonNull(spoilt.get(bad)));
        }
        sample.erase();
        write(folder[0], "sound-erased.bundle", sample.bundle());
    }

    private static void write(String folder, String name, byte[] bundle) throws IOException {
        Files.write(Path.of(folder, name), bundle);
    }
}
