package dk.effektspor.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.ledger.checkpoint.HttpWitness;
import dk.effektspor.query.ledger.checkpoint.KeptCheckpoint;
import dk.effektspor.query.ledger.checkpoint.WitnessDesk;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.SigningKey;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CheckpointsTest extends OnKeptRecord {

    @Test
    void each_checkpoint_has_only_grown_since_the_one_before_and_its_leaves_are_kept_outside() throws Exception {
        KeptCheckpoint before = record.sign();
        for (int size : new int[] {1, 255, 1, 1, 300, 7}) {
            record.append(size, 5);
            KeptCheckpoint next = record.sign();

            assertThat(record.keys.current().verifier().verify(next.note())).isTrue();
            assertThat(record.ledger
                            .consistency(
                                    before.checkpoint().size(),
                                    next.checkpoint().size())
                            .proves(
                                    before.checkpoint().root(),
                                    next.checkpoint().root()))
                    .isTrue();
            before = next;
        }
        assertThat(Files.size(data.resolve("ledger/leaves"))).isEqualTo(565 * 32);
        try (Stream<KeptCheckpoint> kept = record.folder.all()) {
            assertThat(kept).hasSize(7);
        }
        assertThat(record.sign()).as("nothing new, nothing signed").isEqualTo(before);
        for (int position = 0; position < 565; position += 11) {
            assertThat(record.ledger
                            .inclusion(position, 565)
                            .proves(
                                    record.tiles.root(0, position),
                                    before.checkpoint().root()))
                    .isTrue();
        }
    }

    @Test
    void a_restart_goes_on_where_it_was() {
        record.append(30, 3);
        KeptCheckpoint before = record.sign();
        record.restart();

        assertThat(record.sign()).isEqualTo(before);
        record.append(30, 3);
        assertThat(record.sign().checkpoint().size()).isEqualTo(60);
        assertThat(record.findings()).isEmpty();
    }

    @Test
    void what_is_anchored_stands_in_the_checkpoint_and_a_new_anchor_makes_a_new_one() {
        String[] line = {"effektspor-access 3 abc"};
        record.extensions.add(() -> Optional.of(line[0]));
        record.restart();
        record.append(3, 1);
        assertThat(record.sign().checkpoint().extensions()).containsExactly("effektspor-access 3 abc");

        line[0] = "effektspor-access 4 def";
        KeptCheckpoint next = record.sign();

        assertThat(next.checkpoint().extensions()).containsExactly("effektspor-access 4 def");
        assertThat(next.checkpoint().size()).isEqualTo(3);
    }

    @Test
    void a_key_is_its_owners_alone_and_a_lost_one_is_never_replaced() throws Exception {
        record.append(3, 1);
        record.sign();
        Path key = data.resolve("keys/ledger.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(record::restart).isInstanceOf(StartRefused.class).hasMessageContaining("chmod 600");
        Files.delete(key);
        assertThatThrownBy(record::restart)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("docs/ledger.md");
        String section = "The key is lost";
        assertThat(Path.of("../docs/ledger.md")).content().contains("### " + section);
        assertThatThrownBy(record::restart)
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        lost -> assertThat(lost.sentence(Locale.forLanguageTag("da")))
                                .contains("mangler", section));
        // The database knows too that there was one.
        deleteFolder();
        assertThatThrownBy(record::restart).isInstanceOf(StartRefused.class).hasMessageContaining("is missing");
    }

    @Test
    void a_folder_that_is_gone_is_written_again_from_the_database() throws Exception {
        record.append(300, 3);
        KeptCheckpoint signed = record.sign();
        record.builder.stop();
        deleteFolder();
        record.restart();

        assertThat(record.sign()).isEqualTo(signed);
        assertThat(Files.size(data.resolve("ledger/leaves"))).isEqualTo(300 * 32);
        assertThat(record.findings()).isEmpty();
    }

    @Test
    void a_leaf_half_written_by_a_crash_is_written_again() throws Exception {
        record.append(10, 3);
        record.sign();
        record.append(10, 3);
        record.takeIn();
        Files.write(
                data.resolve("ledger/leaves"),
                record.tiles.root(0, 10).hex().substring(0, 20).getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);
        record.restart();

        assertThat(record.sign().checkpoint().size()).isEqualTo(20);
        assertThat(record.findings()).isEmpty();
    }

    @Test
    void a_new_key_follows_by_an_event_and_the_checkpoint_that_covers_it_bears_both_signatures() throws Exception {
        record.append(3, 1);
        record.sign();
        VerifierKey previous = record.keys.current().verifier();
        String oldSecret = Files.readString(data.resolve("keys/ledger.key"));
        record.checkpoints.rotate(this::tell);
        // A crash between the event and the checkpoint.
        record.restart();
        KeptCheckpoint both = record.sign();
        VerifierKey next = record.keys.current().verifier();

        assertThat(next).isNotEqualTo(previous);
        assertThat(previous.verify(both.note())).isTrue();
        assertThat(next.verify(both.note())).isTrue();
        assertThat(record.checkpoints.verifierKeys()).containsExactly(previous, next);
        assertThat(Files.readString(data.resolve("keys/ledger.key"))).isNotEqualTo(oldSecret);
        record.append(3, 1);
        KeptCheckpoint after = record.sign();
        assertThat(next.verify(after.note())).isTrue();
        assertThat(previous.verify(after.note())).isFalse();
        assertThat(record.findings()).isEmpty();

        record.builder.stop();
        deleteFolder();
        record.restart();
        record.sign();
        assertThat(record.checkpoints.verifierKeys()).containsExactly(previous, next);
        assertThat(record.findings()).isEmpty();
    }

    private void tell(long sequence, VerifierKey previous, VerifierKey next) {
        record.sql.update(
                """
                insert into event (aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,
                                   payload, meta_data)
                values ('ledger', ?, ?, '2026-01-02T03:04:05.678Z', 'ledger.key-rotated', convert_to(?, 'UTF8'), '{}')""",
                sequence,
                UUID.randomUUID().toString(),
                "{\"previousKey\":\"" + previous.text() + "\",\"nextKey\":\"" + next.text() + "\"}");
    }

    @Test
    void a_witness_that_checks_the_growth_signs_too() throws Exception {
        try (SmallWitness witness = new SmallWitness(record.keys.current().verifier());
                WitnessDesk desk = new WitnessDesk(
                        record.checkpoints,
                        new HttpWitness(witness.address(), witness.key(), settings(witness.address())),
                        record.tiles)) {
            for (int size : new int[] {5, 300, 2}) {
                record.append(size, 2);
                Checkpoint signed = record.sign().checkpoint();

                Awaitility.await().until(() -> witness.key().verify(record.ledger.latest()));
                assertThat(witness.seen()).isEqualTo(signed.size());
            }
            assertThat(record.keys.current().verifier().verify(record.ledger.latest()))
                    .isTrue();
            assertThat(desk.trouble()).isNull();
            record.restart();
            assertThat(witness.key().verify(record.ledger.latest()))
                    .as("kept over a restart")
                    .isTrue();
            assertThat(record.findings()).isEmpty();
        }
    }

    @Test
    void a_witness_that_is_away_or_refuses_keeps_nothing_waiting() throws Exception {
        HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://127.0.0.1:" + silent.getAddress().getPort() + "/add-checkpoint";
        silent.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        silent.start();
        VerifierKey key = SigningKey.generate("witness", VerifierKey.WITNESS).verifier();
        try (WitnessDesk desk =
                new WitnessDesk(record.checkpoints, new HttpWitness(url, key, settings(url)), record.tiles)) {
            record.append(2, 2);
            assertThat(record.sign().checkpoint().size()).isEqualTo(2);
            Awaitility.await().until(() -> desk.trouble() != null);
            assertThat(desk.trouble()).contains("403");
        } finally {
            silent.stop(0);
        }
    }

    @Test
    void new_events_are_signed_by_themselves_and_nothing_is_signed_while_there_are_none() throws Exception {
        record.schedule.start();
        record.append(3, 1);
        Awaitility.await().until(() -> signedSize() == 3);
        KeptCheckpoint first = record.folder.newest().orElseThrow();
        record.append(2, 1);
        Awaitility.await().until(() -> signedSize() == 5);

        try (Stream<KeptCheckpoint> kept = record.folder.all()) {
            assertThat(kept.filter(checkpoint -> checkpoint.checkpoint().size() >= 3))
                    .hasSize(2)
                    .contains(first);
        }
    }

    private long signedSize() {
        return record.folder.newest().map(newest -> newest.checkpoint().size()).orElse(-1L);
    }

    @Test
    void what_a_witness_missed_is_handed_to_it_again_without_anything_new() throws Exception {
        try (SmallWitness witness = new SmallWitness(record.keys.current().verifier());
                WitnessDesk desk = new WitnessDesk(
                        record.checkpoints,
                        new HttpWitness(witness.address(), witness.key(), settings(witness.address())),
                        record.tiles)) {
            witness.goAway();
            record.append(4, 2);
            Checkpoint signed = record.sign().checkpoint();
            Awaitility.await().until(() -> desk.trouble() != null);
            assertThat(desk.trouble()).contains("503");

            witness.comeBack();
            record.schedule.start();

            Awaitility.await().until(() -> witness.key().verify(record.ledger.latest()));
            assertThat(Checkpoint.parse(record.ledger.latest().text())).isEqualTo(signed);
            assertThat(desk.trouble()).isNull();
        }
    }

    private static LedgerSettings.Witness settings(String url) {
        return new LedgerSettings.Witness(url, null, Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void what_is_outside_the_log_is_told_as_such() {
        record.append(5, 1);
        record.sign();

        assertThatThrownBy(() -> record.ledger.inclusion(5, 5)).hasMessageContaining("ledger.out-of-range");
        assertThatThrownBy(() -> record.ledger.inclusion(0, 6)).hasMessageContaining("ledger.out-of-range");
        assertThatThrownBy(() -> record.ledger.consistency(3, 2)).hasMessageContaining("ledger.out-of-range");
        assertThatThrownBy(() -> record.ledger.position(UUID.randomUUID().toString()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("404 ledger.unknown-event");
    }

    private void deleteFolder() throws Exception {
        try (Stream<Path> files = Files.walk(data.resolve("ledger"))) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
