package dk.effektspor.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What whoever has the whole database in their hands can do to the record, and how it is told: 300 events in ten streams, all
 * of them under a checkpoint; position N holds global index N + 1, but for one gap at 251.
 */
class AttackTest {

    private static final int EVENTS = 300;
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    @TempDir
    Path data;

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(
                        "one byte of a payload",
                        "update event set payload = set_byte(payload, 3, get_byte(payload, 3) # 1) where global_index = 42",
                        "event {41} at position 41 differs"),
                attack(
                        "one byte of metadata",
                        "update event set meta_data = set_byte(meta_data, 3, get_byte(meta_data, 3) # 1) where global_index = 1",
                        "event {0} at position 0 differs"),
                attack(
                        "a timestamp",
                        "update event set time_stamp = '2020-01-01T00:00:00.000Z' where global_index = 301",
                        "event {299} at position 299 differs"),
                attack(
                        "the last event deleted",
                        "delete from event where global_index = 301",
                        "event {299} at position 299 is missing"),
                attack(
                        "one in the middle deleted",
                        "delete from event where global_index = 100",
                        "event {99} at position 99 is missing"),
                attack(
                        "a whole stream deleted",
                        "delete from event where aggregate_identifier = '" + KeptRecord.stream(4) + "'",
                        "stream " + KeptRecord.stream(4) + " is missing: 30 events from position 4"),
                attack("two swapped", swap(50, 120), "events at 49 and 119 are swapped"),
                attack("two neighbours swapped", swap(7, 8), "events at 6 and 7 are swapped"),
                attack("the last two swapped", swap(300, 301), "events at 298 and 299 are swapped"),
                attack("one inserted into a gap", insert(251), "event " + ID + " was inserted at global index 251"),
                attack("one inserted before all others", insert(0), "event " + ID + " was inserted at global index 0"),
                attack(
                        "one edited and another deleted beside it",
                        "update event set payload = '{}' where global_index = 11; delete from event where global_index = 10",
                        "event {9} at position 9 is missing",
                        "event {10} at position 10 differs"),
                attack(
                        "a payload, and the ledger made to match",
                        "update event set payload = '{}' where global_index = 42; " + forget(),
                        "event {41} at position 41 differs",
                        "the ledger's own tiles of level 0 differ from position 41 on",
                        "fork at 41: the log and the checkpoint of {date} part"),
                attack(
                        "one deleted, and the ledger made to match",
                        "delete from event where global_index = 100; " + forget(),
                        "the event at position 99 is missing",
                        "the ledger's own tiles of level 0 differ from position 99 on",
                        "the log is shorter (299) than the checkpoint of {date} (300)"),
                attack(
                        "two swapped, and the ledger made to match",
                        swap(50, 120) + "; " + forget(),
                        "events at 49 and 119 are swapped",
                        "the ledger's own tiles of level 0 differ from position 49 on",
                        "fork at 49: the log and the checkpoint of {date} part"),
                attack(
                        "the last deleted, and the ledger made to match",
                        "delete from event where global_index = 301; " + forget(),
                        "the log is shorter (299) than the checkpoint of {date} (300)"),
                attack(
                        "a tile",
                        "update ledger_tile set hashes = set_byte(hashes, 33, get_byte(hashes, 33) # 1) where level = 0 and index = 0",
                        "the ledger's own tiles of level 0 differ from position 1 on"),
                attack(
                        "a tile of a higher level",
                        "update ledger_tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 1",
                        "the ledger's own tiles of level 1 differ from position 0 on",
                        "fork at 300: the log and the checkpoint of {date} part"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void is_found_and_told_as_what_it_is(String what, String attack, List<String> told) {
        try (KeptRecord record = record()) {
            List<String> expected =
                    told.stream().map(sentence -> filledIn(record, sentence)).toList();
            Stream.of(attack.split("; ")).forEach(record.sql::execute);
            record.restart();

            assertThat(record.findings()).isEqualTo(expected);
        }
    }

    @Test
    void a_database_rolled_back_to_a_backup_is_found() {
        rolledBack(record -> {}, "the log is shorter (300) than the checkpoint of {date} (400)");
    }

    @Test
    void a_fork_is_found_where_it_begins() {
        rolledBack(record -> record.append(150, 15), "fork at 300: the log and the checkpoint of {date} part");
    }

    @Test
    void a_fork_that_is_still_shorter_is_found_where_it_begins() {
        rolledBack(
                record -> record.append(20, 10),
                "fork at 300: the log and the checkpoint of {date} part",
                "the log is shorter (320) than the checkpoint of {date} (400)");
    }

    @Test
    void the_folder_is_held_against_its_checkpoints_and_nothing_is_signed_over_it() throws Exception {
        try (KeptRecord record = record()) {
            Path leaves = data.resolve("ledger/leaves");
            byte[] bytes = Files.readAllBytes(leaves);
            bytes[32 * 17]++;
            Files.write(leaves, bytes);
            record.restart();

            assertThat(record.findings())
                    .contains(filledIn(record, "the folder's leaves do not lead to the checkpoint of {date} (300)"));
            assertThat(record.checkpoints.stopped()).isPresent();
        }
    }

    @Test
    void put_right_the_record_is_signed_again() {
        try (KeptRecord record = record()) {
            record.sql.execute("create table hidden as select * from event where global_index = 100");
            record.sql.execute("delete from event where global_index = 100");
            assertThat(record.findings()).hasSize(1);

            record.sql.execute("insert into event overriding system value select * from hidden");
            assertThat(record.findings()).isEmpty();
            record.append(1, 1);
            assertThat(record.sign().checkpoint().size()).isEqualTo(EVENTS + 1);
        }
    }

    private void rolledBack(Consumer<KeptRecord> then, String... told) {
        List<String> tables = List.of("event", "ledger_state", "ledger_tile", "ledger_position", "ledger_checkpoint");
        try (KeptRecord record = record()) {
            tables.forEach(table -> record.sql.execute("create table backup_" + table + " as table " + table));
            record.append(100, 10);
            record.sign();
            List<String> expected =
                    Stream.of(told).map(sentence -> filledIn(record, sentence)).toList();
            record.builder.stop();
            for (String table : tables) {
                record.sql.execute("truncate " + table);
                record.sql.execute("insert into " + table + " overriding system value table backup_" + table);
            }
            record.sql.execute("select setval(pg_get_serial_sequence('event', 'global_index'), 301)");
            record.restart();
            then.accept(record);

            assertThat(record.findings()).isEqualTo(expected);
        }
    }

    private KeptRecord record() {
        KeptRecord record = new KeptRecord(data);
        record.append(250, 10);
        record.leaveGap();
        record.append(50, 10);
        record.sign();
        assertThat(record.findings()).isEmpty();
        return record;
    }

    private static String filledIn(KeptRecord record, String sentence) {
        String filled =
                sentence.replace("{date}", record.folder.newest().orElseThrow().date());
        return Pattern.compile("\\{(\\d+)}")
                .matcher(filled)
                .replaceAll(found -> record.eventAt(Long.parseLong(found.group(1))));
    }

    private static Arguments attack(String what, String sql, String... told) {
        return Arguments.of(what, sql, List.of(told));
    }

    private static String swap(int one, int other) {
        return "alter table event alter global_index drop identity; "
                + "update event set global_index = -1 where global_index = " + one + "; "
                + "update event set global_index = " + one + " where global_index = " + other + "; "
                + "update event set global_index = " + other + " where global_index = -1";
    }

    private static String insert(int index) {
        return "insert into event (global_index, aggregate_identifier, sequence_number, event_identifier, time_stamp,"
                + " payload_type, payload, meta_data) overriding system value values (" + index + ", 'strange', 0, '"
                + ID
                + "', '2026-01-02T03:04:05.678Z', 'case.noted', '{}', '{}')";
    }

    /** The service itself computes the ledger again from what it finds. */
    private static String forget() {
        return "truncate ledger_tile, ledger_position; update ledger_state set size = 0, global_index = -1";
    }
}
