package dk.effektspor.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class ClientLimitsTest {

    private final AtomicLong now = new AtomicLong(1_000_000_000);
    private final ClientLimits limits = new ClientLimits(10, 20, new Hand(now));

    @Test
    void a_burst_and_then_so_many_a_second() {
        assertThat(taken("anna", 30)).isEqualTo(20);

        pass(Duration.ofMillis(500));
        assertThat(taken("anna", 30)).isEqualTo(5);

        pass(Duration.ofMinutes(5));
        assertThat(taken("anna", 30)).isEqualTo(20);
    }

    @Test
    void one_client_does_not_use_up_what_is_anothers() {
        assertThat(taken("anna", 30)).isEqualTo(20);

        assertThat(taken("bo", 30)).isEqualTo(20);
    }

    @Test
    void who_comes_too_early_is_told_when_and_asking_costs_nothing() {
        ClientLimits slow = new ClientLimits(1, 1, new Hand(now));
        assertThat(slow.early("anna")).isZero();
        assertThat(slow.take("anna")).isZero();

        assertThat(slow.take("anna")).isBetween(1L, 2L);
        assertThat(slow.early("anna")).isBetween(1L, 2L);
        pass(Duration.ofSeconds(1));

        assertThat(slow.early("anna")).isZero();
        assertThat(slow.take("anna")).isZero();
    }

    @Test
    void by_default_a_client_in_a_loop_gets_a_part_and_a_person_or_an_integration_is_never_refused()
            throws IOException {
        Properties defaults =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("effektspor-defaults.properties"));
        ClientLimits usual = new ClientLimits(
                Long.parseLong(defaults.getProperty("effektspor.load.requests-per-second-per-client")),
                Long.parseLong(defaults.getProperty("effektspor.load.burst-per-client")),
                new Hand(now));
        int greedy = 0;
        for (int second = 0; second < 60; second++) {
            greedy += taken(usual, "greedy", 2_000);
            assertThat(taken(usual, "a person who opens a page", 30)).isEqualTo(30);
            assertThat(taken(usual, "an integration", 150)).isEqualTo(150);
            pass(Duration.ofSeconds(1));
        }
        // Of 120,000 tries: the burst, and then its share.
        assertThat(greedy).isBetween(1_000, 15_000);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2:9:9:9:9, 2001:db8:1:2",
        "2001:db8::1, 2001:db8",
        "0:0:0:0:0:0:0:1, 0:0:0:0"
    })
    void all_addresses_of_one_network_are_one_client(String address, String network) {
        assertThat(ClientLimits.network(address)).isEqualTo(network);
    }

    private int taken(String client, int tries) {
        return taken(limits, client, tries);
    }

    private static int taken(ClientLimits limits, String client, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += limits.take(client) == 0 ? 1 : 0;
        }
        return taken;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private record Hand(AtomicLong now) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
