package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.axonframework.common.DateTimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredEntryTest {

    @Test
    void a_stored_time_is_read_as_axon_wrote_it() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            Instant written = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            assertThat(StoredEntry.instant(DateTimeUtils.formatInstant(written)))
                    .isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123456Z", "2026-01-02T03:04:05.67+01:00"})
    void another_form_of_time_is_read_as_axon_reads_it(String text) {
        assertThat(StoredEntry.instant(text)).isEqualTo(DateTimeUtils.parseInstant(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30T03:04:05.678Z", "2026-01-02T24:04:05.678Z", "2026-01-02T03:0x:05.678Z"})
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> StoredEntry.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
