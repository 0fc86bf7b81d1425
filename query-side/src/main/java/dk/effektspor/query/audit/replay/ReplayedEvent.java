package dk.effektspor.query.audit.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.RawValue;

/**
 * One event of a case as an auditor replays it.
 *
 * @param sequence its place in the case, from 0; the version of the case with it is one more
 * @param event its stored name
 * @param revision in which it was stored; the payload is told in the present one
 * @param effectiveOn when it was true (virkning)
 * @param recordedAt when we learnt it (registrering)
 * @param legalBasis what the decision rests on, where the event is one
 * @param catalogue the editions in force that the event rests on
 * @param payload the event, its texts opened or said to be erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayedEvent(
        long sequence,
        String eventId,
        String event,
        @Nullable String revision,
        LocalDate effectiveOn,
        Instant recordedAt,
        Who who,
        List<LegalBasis> legalBasis,
        List<InForce> catalogue,
        @Schema(implementation = JsonNode.class) RawValue payload,
        Stored stored) {

    /**
     * Who recorded it, as what, through what and why.
     *
     * @param sourceActor who recorded it in the former system, for an imported fact
     * @param sourceRecordedAt when the former system learnt it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Who(
            @Nullable String actor,
            @Nullable String role,
            @Nullable String unit,
            @Nullable String client,
            @Nullable String command,
            @Nullable String commandId,
            @Nullable String correlation,
            @Nullable String causation,
            @Nullable String sourceActor,
            @Nullable String sourceRecordedAt) {}

    /**
     * An edition of a catalogue entry.
     *
     * @param catalogue as in {@code /api/v1/catalogues}
     * @param version of the compass; of other catalogues, the date from which the edition holds, if it has one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InForce(String catalogue, String entry, @Nullable String version) {}

    /**
     * The bytes as stored.
     *
     * @param payloadHash SHA-256 of the payload, in hex
     * @param leafHash hash in the ledger of the event's envelope, in hex
     * @param position in the ledger, absent for an event it has not taken in yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stored(
            int payloadBytes,
            String payloadHash,
            String leafHash,
            @Nullable Long position) {}
}
