package dk.effektspor.command.casefile;

import dk.effektspor.command.platform.CommandDesk;
import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.command.platform.Receipt;
import dk.effektspor.platform.security.Casework;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
class CaseFileController {

    private final CommandDesk desk;

    CaseFileController(CommandDesk desk) {
        this.desk = desk;
    }

    @Casework
    @PostMapping
    ResponseEntity<Receipt.Created> open(@RequestBody Opening body) {
        return desk.create(CaseFileActions.OPEN, body).created(Kind.CASE, "");
    }

    @Casework
    @PostMapping("/{caseId}/assign")
    ResponseEntity<Void> assign(@PathVariable UUID caseId, @RequestBody Assignment body) {
        return desk.submit(CaseFileActions.ASSIGN, caseId, body).done();
    }

    @Casework
    @PostMapping("/{caseId}/transfer")
    ResponseEntity<Void> transfer(@PathVariable UUID caseId, @RequestBody Transfer body) {
        return desk.submit(CaseFileActions.TRANSFER, caseId, body).done();
    }

    @Casework
    @PostMapping("/{caseId}/person")
    ResponseEntity<Void> updatePerson(@PathVariable UUID caseId, @RequestBody PersonUpdate body) {
        return desk.submit(CaseFileActions.UPDATE_PERSON, caseId, body).done();
    }

    @Casework
    @PostMapping("/{caseId}/notes")
    ResponseEntity<Receipt.Created> addNote(@PathVariable UUID caseId, @RequestBody Note body) {
        return desk.submit(CaseFileActions.ADD_NOTE, caseId, body).created(Kind.NOTE, "notes");
    }

    @Casework
    @PostMapping("/{caseId}/network-meetings")
    ResponseEntity<Receipt.Created> holdNetworkMeeting(@PathVariable UUID caseId, @RequestBody NetworkMeeting body) {
        return desk.submit(CaseFileActions.HOLD_NETWORK_MEETING, caseId, body)
                .created(Kind.MEETING, "network-meetings");
    }

    @Casework
    @PostMapping("/{caseId}/close")
    ResponseEntity<Void> close(@PathVariable UUID caseId, @RequestBody Closing body) {
        return desk.submit(CaseFileActions.CLOSE, caseId, body).done();
    }

    @Casework
    @PostMapping("/{caseId}/reopen")
    ResponseEntity<Void> reopen(@PathVariable UUID caseId, @RequestBody Closing body) {
        return desk.submit(CaseFileActions.REOPEN, caseId, body).done();
    }

    record Opening(
            @Nullable String cpr,
            @Nullable String name,
            @Nullable String address,
            @Nullable String bydel,
            @Nullable String targetGroup,
            @Nullable String unit,
            @Nullable String caseworker,
            @Nullable String caseNumber,
            @Nullable LocalDate effectiveOn) {}

    record Assignment(@Nullable String caseworker, @Nullable LocalDate effectiveOn) {}

    record Transfer(
            @Nullable String unit,
            @Nullable String caseworker,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) {}

    record PersonUpdate(
            @Nullable String name,
            @Nullable String address,
            @Nullable String bydel,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) {}

    record Note(@Nullable String text, @Nullable LocalDate effectiveOn) {}

    record NetworkMeeting(
            @Nullable Boolean citizenPresent,
            @Nullable String summary,
            @Nullable LocalDate effectiveOn) {}

    record Closing(@Nullable String reason, @Nullable LocalDate effectiveOn) {}
}
