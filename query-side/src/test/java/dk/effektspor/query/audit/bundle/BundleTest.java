package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A bundle as it is written, line by line, from a log that others change meanwhile. */
class BundleTest {

    private static final int EVENTS = 300;

    private final SampleBundles sample = new SampleBundles(EVENTS);
    private final Bundle bundle = sample.prepared(EnumSet.noneOf(PersonalField.class));
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void an_event_stored_after_the_checkpoint_is_not_in_the_bundle() throws Exception {
        sample.storeAnother();

        bundle.writeTo(written);

        assertThat(lines("event")).isEqualTo(EVENTS);
        assertThat(lines("end")).isOne();
    }

    @Test
    void an_event_that_is_gone_leaves_the_bundle_without_its_end() {
        sample.lose(EVENTS - 2);

        assertThatThrownBy(() -> bundle.writeTo(written)).hasMessageContaining("is gone");

        assertThat(lines("event")).isEqualTo(EVENTS - 2);
        assertThat(lines("end")).isZero();
    }

    @Test
    void a_last_event_that_is_gone_leaves_the_bundle_without_its_end() {
        sample.lose(EVENTS - 1);

        assertThatThrownBy(() -> bundle.writeTo(written)).hasMessageContaining("is gone");

        assertThat(lines("end")).isZero();
    }

    private long lines(String kind) {
        return written.toString(UTF_8)
                .lines()
                .filter(line -> line.startsWith("{\"line\":\"" + kind + "\""))
                .count();
    }
}
