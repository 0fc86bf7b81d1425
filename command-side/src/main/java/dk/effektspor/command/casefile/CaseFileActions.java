package dk.effektspor.command.casefile;

import dk.effektspor.command.casefile.CaseFileCommand.AddNote;
import dk.effektspor.command.casefile.CaseFileCommand.AssignCase;
import dk.effektspor.command.casefile.CaseFileCommand.CloseCase;
import dk.effektspor.command.casefile.CaseFileCommand.HoldNetworkMeeting;
import dk.effektspor.command.casefile.CaseFileCommand.OpenCase;
import dk.effektspor.command.casefile.CaseFileCommand.ReopenCase;
import dk.effektspor.command.casefile.CaseFileCommand.TransferCase;
import dk.effektspor.command.casefile.CaseFileCommand.UpdatePerson;
import dk.effektspor.command.platform.Action;
import dk.effektspor.command.platform.Draft;
import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.platform.vault.Cpr;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case as such, and how each body becomes a command. */
public final class CaseFileActions {

    static final Action<CaseFileController.Opening> OPEN =
            new Action<>("open-case", CaseFileController.Opening.class, CaseFileActions::open);
    static final Action<CaseFileController.Assignment> ASSIGN = new Action<>(
            "assign",
            CaseFileController.Assignment.class,
            (body, draft) -> new AssignCase(
                    draft.caseId(), Shape.code("caseworker", body.caseworker()), effectiveOn(body.effectiveOn())));
    static final Action<CaseFileController.Transfer> TRANSFER = new Action<>(
            "transfer",
            CaseFileController.Transfer.class,
            (body, draft) -> new TransferCase(
                    draft.caseId(),
                    Shape.code("unit", body.unit()),
                    Shape.code("caseworker", body.caseworker()),
                    draft.sealIfGiven(Shape.optionalText("reason", body.reason())),
                    effectiveOn(body.effectiveOn())));
    static final Action<CaseFileController.PersonUpdate> UPDATE_PERSON =
            new Action<>("update-person", CaseFileController.PersonUpdate.class, CaseFileActions::updatePerson);
    static final Action<CaseFileController.Note> ADD_NOTE = new Action<>(
            "add-note",
            CaseFileController.Note.class,
            (body, draft) -> new AddNote(
                    draft.caseId(),
                    new NoteId(draft.ids().created(Kind.NOTE)),
                    draft.seal(Shape.text("text", body.text())),
                    effectiveOn(body.effectiveOn())));
    static final Action<CaseFileController.NetworkMeeting> HOLD_NETWORK_MEETING = new Action<>(
            "hold-network-meeting",
            CaseFileController.NetworkMeeting.class,
            (body, draft) -> new HoldNetworkMeeting(
                    draft.caseId(),
                    new MeetingId(draft.ids().created(Kind.MEETING)),
                    Shape.required("citizenPresent", body.citizenPresent()),
                    draft.sealIfGiven(Shape.optionalText("summary", body.summary())),
                    effectiveOn(body.effectiveOn())));
    static final Action<CaseFileController.Closing> CLOSE = new Action<>(
            "close",
            CaseFileController.Closing.class,
            (body, draft) -> new CloseCase(
                    draft.caseId(), draft.seal(Shape.text("reason", body.reason())), effectiveOn(body.effectiveOn())));
    static final Action<CaseFileController.Closing> REOPEN = new Action<>(
            "reopen",
            CaseFileController.Closing.class,
            (body, draft) -> new ReopenCase(
                    draft.caseId(), draft.seal(Shape.text("reason", body.reason())), effectiveOn(body.effectiveOn())));

    private CaseFileActions() {}

    /** All of them, for whoever reads requests from elsewhere than the API. */
    public static List<Action<?>> all() {
        return List.of(OPEN, ASSIGN, TRANSFER, UPDATE_PERSON, ADD_NOTE, HOLD_NETWORK_MEETING, CLOSE, REOPEN);
    }

    private static OpenCase open(CaseFileController.Opening body, Draft draft) {
        String cpr = Shape.required("cpr", body.cpr()).replace("-", "").strip();
        int birthYear = Shape.parsed("cpr", "cpr", cpr, Cpr::of).birthYear();
        String name = Shape.name("name", body.name());
        String address = Shape.optionalText("address", body.address());
        String bydel = Shape.optionalCode("bydel", body.bydel());
        String targetGroup = Shape.code("targetGroup", body.targetGroup());
        String unit = Shape.code("unit", body.unit());
        String caseworker = Shape.code("caseworker", body.caseworker());
        String number = body.caseNumber() == null ? draft.ids().caseNumber() : body.caseNumber();
        CaseNumber caseNumber =
                Shape.parsed("caseNumber", "case-number", Shape.required("caseNumber", number), CaseNumber::new);
        LocalDate effectiveOn = effectiveOn(body.effectiveOn());
        // Last, because it writes: everything that can be wrong with the form has been seen by now.
        draft.reserve(caseNumber, cpr, targetGroup);
        Person person = new Person(draft.cpr(), draft.seal(name), draft.sealIfGiven(address), birthYear, bydel);
        return new OpenCase(
                draft.caseId(), draft.citizen(), caseNumber, person, targetGroup, unit, caseworker, effectiveOn);
    }

    private static UpdatePerson updatePerson(CaseFileController.PersonUpdate body, Draft draft) {
        Person person = new Person(
                draft.cpr(),
                draft.seal(Shape.name("name", body.name())),
                draft.sealIfGiven(Shape.optionalText("address", body.address())),
                Cpr.of(draft.open(draft.cpr())).birthYear(),
                Shape.optionalCode("bydel", body.bydel()));
        return new UpdatePerson(
                draft.caseId(),
                person,
                draft.sealIfGiven(Shape.optionalText("reason", body.reason())),
                effectiveOn(body.effectiveOn()));
    }

    private static LocalDate effectiveOn(@Nullable LocalDate given) {
        return Shape.required("effectiveOn", given);
    }
}
