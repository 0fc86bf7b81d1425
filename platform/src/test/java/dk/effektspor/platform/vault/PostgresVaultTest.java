package dk.effektspor.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.Disclosure;
import dk.effektspor.shared.privacy.SealedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresVaultTest {

    private static final String CPR = "610112-0001";
    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final MasterKey MASTER = MasterKey.of(MasterKey.generate(), "test");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final Vault vault = vault(MASTER);

    @Test
    void a_citizen_is_found_again_however_the_number_is_written() {
        CitizenId citizen = vault.citizenWith(CPR);

        assertThat(vault.citizenWith("6101120001")).isEqualTo(citizen);
        assertThat(vault.find(CPR)).contains(citizen);
        assertThat(vault(MASTER).find(CPR)).contains(citizen);
    }

    @Test
    void asking_does_not_register() {
        assertThat(vault.find("620112-0002")).isEmpty();
        assertThat(vault.find("620112-0002")).isEmpty();
    }

    @Test
    void the_number_is_nowhere_in_the_row() {
        CitizenId citizen = vault.citizenWith("630112-0003");

        String row = jdbc.sql("select encode(cpr_hash, 'escape') || encode(wrapped_key, 'escape') from citizen"
                        + " where citizen_id = :citizen")
                .param("citizen", citizen.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("630112");
    }

    @Test
    void threads_that_register_the_same_number_at_once_get_one_citizen() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier together = new CyclicBarrier(threads);
        for (int round = 0; round < 20; round++) {
            String cpr = String.format("6401%02d-0001", round);
            List<Future<CitizenId>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(pool.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    return vault.citizenWith(cpr);
                }));
            }
            Set<CitizenId> citizens = new HashSet<>();
            for (Future<CitizenId> answer : answers) {
                citizens.add(answer.get());
            }
            assertThat(citizens).hasSize(1);
        }
        pool.shutdownNow();
    }

    @Test
    void a_registration_stands_when_the_caller_rolls_back() {
        JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE);

        CitizenId citizen = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return vault.citizenWith("650112-0004");
        });

        assertThat(vault.find("650112-0004")).contains(citizen);
    }

    @Test
    void what_was_sealed_opens_again() {
        CitizenId citizen = vault.citizenWith(CPR);
        SealedText sealed = vault.seal(citizen, "Æblegrød på Nørrebro 🍏");

        assertThat(vault.open(citizen, sealed)).isEqualTo("Æblegrød på Nørrebro 🍏");
        assertThat(vault(MASTER).open(citizen, sealed)).isEqualTo("Æblegrød på Nørrebro 🍏");
        assertThat(vault.open(citizen, vault.seal(citizen, ""))).isEmpty();
    }

    @Test
    void the_form_is_commitment_ciphertext_and_tag() {
        CitizenId citizen = vault.citizenWith(CPR);

        String sealed = vault.seal(citizen, "abc").ciphertext();

        assertThat(sealed).startsWith("2.").doesNotContain("=");
        assertThat(Base64.getUrlDecoder().decode(sealed.substring(2))).hasSize(32 + 16 + 3 + 16);
    }

    @Test
    void what_was_sealed_in_the_first_format_opens_as_before_but_cannot_be_disclosed() {
        CitizenId citizen = vault.citizenWith(CPR);
        SecretKey key = new DataKeys(jdbc, MASTER, () -> 0).of(citizen.value()).orElseThrow();
        SealedText first = new SealedText("1."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Gcm.seal(key, citizen.value(), "Æblegrød".getBytes(UTF_8))));

        assertThat(vault.open(citizen, first)).isEqualTo("Æblegrød");
        assertThat(vault.disclose(citizen, first)).isEmpty();
        assertThat(new Disclosure("AAAAAAAAAAAAAAAAAAAAAA", "Æblegrød").proves(first))
                .isFalse();
    }

    @Test
    void a_disclosed_text_is_shown_to_be_what_was_sealed() {
        CitizenId citizen = vault.citizenWith(CPR);
        SealedText sealed = vault.seal(citizen, "Æblegrød på Nørrebro 🍏");

        Disclosure disclosed = vault.disclose(citizen, sealed).orElseThrow();

        assertThat(disclosed.text()).isEqualTo("Æblegrød på Nørrebro 🍏");
        assertThat(disclosed.proves(sealed)).isTrue();
        assertThat(disclosed).hasToString("disclosure");
    }

    @Test
    void no_other_salt_text_or_commitment_is_shown_to_be_what_was_sealed() {
        CitizenId citizen = vault.citizenWith(CPR);
        SealedText sealed = vault.seal(citizen, "abc");
        Disclosure disclosed = vault.disclose(citizen, sealed).orElseThrow();
        byte[] salt = Base64.getUrlDecoder().decode(disclosed.salt());
        byte[] whole = Base64.getUrlDecoder().decode(sealed.ciphertext().substring(2));

        for (int i = 0; i < salt.length; i++) {
            byte[] changed = salt.clone();
            changed[i] ^= 1;
            assertThat(Disclosure.of(changed, "abc").proves(sealed)).isFalse();
        }
        for (String other : List.of("", "ab", "abd", "abc ", "bbc")) {
            assertThat(new Disclosure(disclosed.salt(), other).proves(sealed)).isFalse();
        }
        for (int i = 0; i < Disclosure.COMMITMENT_BYTES; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            assertThat(disclosed.proves(
                            new SealedText("2." + Base64.getUrlEncoder().encodeToString(changed))))
                    .isFalse();
        }
    }

    @Test
    void a_salt_is_written_in_one_way_only() {
        for (String other :
                List.of("AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAAA==", "AAAA", "+AAAAAAAAAAAAAAAAAAAAA")) {
            assertThatThrownBy(() -> new Disclosure(other, "")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void equal_texts_are_not_seen_to_be_equal() {
        CitizenId citizen = vault.citizenWith(CPR);
        Set<String> commitments = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            commitments.add(vault.seal(citizen, "ja").ciphertext().substring(0, 40));
        }

        assertThat(commitments).hasSize(100);
    }

    @Test
    void sealed_text_does_not_open_for_another_citizen() {
        SealedText sealed = vault.seal(vault.citizenWith(CPR), "abc");
        CitizenId other = vault.citizenWith("660112-0005");

        assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(Gcm.DoesNotOpen.class);
    }

    @Test
    void every_changed_byte_is_noticed() {
        CitizenId citizen = vault.citizenWith(CPR);
        byte[] sealed = Base64.getUrlDecoder()
                .decode(vault.seal(citizen, "abc").ciphertext().substring(2));

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            SealedText text = new SealedText("2." + Base64.getUrlEncoder().encodeToString(changed));
            assertThatThrownBy(() -> vault.open(citizen, text)).isInstanceOf(Gcm.DoesNotOpen.class);
        }
        assertThatThrownBy(() -> vault.open(citizen, new SealedText("1.AAAA"))).isInstanceOf(Gcm.DoesNotOpen.class);
        assertThatThrownBy(() -> vault.open(citizen, new SealedText("2.AAAA"))).isInstanceOf(Gcm.DoesNotOpen.class);
    }

    @Test
    void a_key_moved_to_another_citizen_does_not_unwrap() {
        CitizenId one = vault.citizenWith("670112-0006");
        CitizenId other = vault.citizenWith("680112-0007");
        jdbc.sql("update citizen set wrapped_key = (select wrapped_key from citizen where citizen_id = :one)"
                        + " where citizen_id = :other")
                .param("one", one.value())
                .param("other", other.value())
                .update();

        assertThatThrownBy(() -> vault.seal(other, "abc")).isInstanceOf(Gcm.DoesNotOpen.class);
    }

    @Test
    void without_a_key_nothing_is_sealed_or_opened() {
        CitizenId unknown = new CitizenId(UUID.randomUUID());

        assertThatThrownBy(() -> vault.seal(unknown, "abc")).isInstanceOf(Vault.KeyDestroyed.class);
        assertThatThrownBy(() -> vault.disclose(unknown, new SealedText("2.AAAA")))
                .isInstanceOf(Vault.KeyDestroyed.class);
        assertThatThrownBy(() -> vault.open(unknown, new SealedText("1.AAAA"))).isInstanceOf(Vault.KeyDestroyed.class);
    }

    @Test
    void a_destroyed_key_is_forgotten_within_a_minute() {
        CitizenId citizen = vault.citizenWith("690112-0008");
        AtomicLong nanos = new AtomicLong();
        DataKeys keys = new DataKeys(jdbc, MASTER, nanos::get);
        assertThat(keys.of(citizen.value())).isPresent();
        jdbc.sql("delete from citizen where citizen_id = :citizen")
                .param("citizen", citizen.value())
                .update();

        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(keys.of(citizen.value())).isPresent();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(keys.of(citizen.value())).isEmpty();
    }

    private static Vault vault(MasterKey master) {
        JdbcClient jdbc = JdbcClient.create(DATABASE);
        return new PostgresVault(
                jdbc, new JdbcTransactionManager(DATABASE), master, new DataKeys(jdbc, master, System::nanoTime));
    }
}
