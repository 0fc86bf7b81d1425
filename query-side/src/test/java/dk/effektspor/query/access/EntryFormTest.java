package dk.effektspor.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryFormTest {

    private static final Instant AT = Instant.parse("2026-11-25T23:44:56.120Z");
    private static final UUID CASE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID CITIZEN = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @Test
    void an_entry_s_bytes_are_those_that_the_documentation_specifies() {
        byte[] bytes = EntryForm.bytes(7, AT, look("casework", List.of(CASE)));

        assertThat(bytes).startsWith("effektspor-access/1\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo(hex("effektspor-access/1\n")
                        + field("7")
                        + field("2026-11-25T23:44:56.120Z")
                        + field("anna")
                        + field("CASEWORKER")
                        + "ffffffff"
                        + field("tæst")
                        + field("0123456789abcdef")
                        + field("getCase")
                        + field("GET /api/v1/cases/{caseId}")
                        + field("casework")
                        + field("200")
                        + field("1")
                        + "0000001000000000000040008000000000000001"
                        + "0000001000000000000040008000000000000002");
    }

    @Test
    void what_is_absent_is_not_what_is_empty_and_the_hash_before_counts() {
        String zero = Link.BEFORE_THE_FIRST.hash();
        String absent = EntryForm.hash(zero, EntryForm.bytes(1, AT, look(null, List.of())));
        String empty = EntryForm.hash(zero, EntryForm.bytes(1, AT, look("", List.of())));

        assertThat(absent).hasSize(64).isNotEqualTo(empty);
        assertThat(EntryForm.hash(absent, EntryForm.bytes(1, AT, look(null, List.of()))))
                .isNotEqualTo(absent);
        assertThat(Entry.after(Link.BEFORE_THE_FIRST, AT, look(null, List.of())).hash())
                .isEqualTo(absent);
    }

    @Test
    void a_checkpoint_s_line_names_the_place_and_is_read_back() {
        Link end = new Link(12, "ab".repeat(32));

        assertThat(AccessAnchor.line(end)).startsWith("effektspor-access 12 q6ur");
        assertThat(AccessAnchor.read(AccessAnchor.line(end))).contains(end);
        assertThat(AccessAnchor.read("effektspor-access 12 short")).isEmpty();
        assertThat(AccessAnchor.read("another-log 12 " + "A".repeat(43) + "=")).isEmpty();
    }

    private static Look look(@org.jspecify.annotations.Nullable String purpose, List<UUID> cases) {
        return new Look(
                new Look.Who("anna", "CASEWORKER", null, "tæst", "0123456789abcdef"),
                "getCase",
                "GET /api/v1/cases/{caseId}",
                purpose,
                200,
                1,
                cases,
                List.of(CITIZEN));
    }

    private static String field(String text) {
        return "%08x".formatted(text.getBytes(StandardCharsets.UTF_8).length) + hex(text);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
