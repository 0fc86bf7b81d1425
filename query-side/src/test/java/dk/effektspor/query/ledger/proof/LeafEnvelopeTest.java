package dk.effektspor.query.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.ledger.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LeafEnvelopeTest {

    private final StoredEvent event = new StoredEvent(
            7,
            "e",
            "sæ",
            12,
            null,
            "2026-01-02T03:04:05.678Z",
            "t",
            "1",
            "{}".getBytes(StandardCharsets.UTF_8),
            new byte[0]);

    /** Written by hand from the specification. */
    @Test
    void each_field_stands_behind_its_length() {
        assertThat(HexFormat.of().formatHex(LeafEnvelope.of(event)))
                .isEqualTo(
                        "656666656b7473706f722d6576656e742f310a" // effektspor-event/1
                                + "0000000165" // event id
                                + "0000000373c3a6" // stream
                                + "000000023132" // sequence
                                + "ffffffff" // no aggregate type
                                + "00000018323032362d30312d30325430333a30343a30352e3637385a" // recorded at
                                + "0000000174" // type
                                + "0000000131" // revision
                                + "00000000" // metadata
                                + "000000027b7d"); // payload
    }
}
