package dk.effektspor.command.importing;

import dk.effektspor.command.platform.Action;
import dk.effektspor.command.platform.Answer;
import dk.effektspor.command.platform.CasesAtHand;
import dk.effektspor.command.platform.Dispatcher;
import dk.effektspor.command.platform.Draft;
import dk.effektspor.command.platform.Drafts;
import dk.effektspor.command.platform.Prepared;
import dk.effektspor.command.platform.Refused;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.platform.vault.Vault;
import dk.effektspor.platform.web.JsonFault;
import dk.effektspor.platform.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines and takes each to its case, through the same bodies, drafts and rules as the API. */
final class LineDesk {

    private final Map<String, Action<?>> actions;
    private final Drafts drafts;
    private final Dispatcher dispatcher;
    private final JsonMapper json;

    LineDesk(List<Action<?>> actions, Drafts drafts, Dispatcher dispatcher, JsonMapper json) {
        this.actions = actions.stream().collect(Collectors.toUnmodifiableMap(Action::name, Function.identity()));
        this.drafts = drafts;
        this.dispatcher = dispatcher;
        this.json = json;
    }

    ImportLine read(byte[] line) {
        try {
            ImportLine read = json.readValue(line, ImportLine.class);
            if (read == null) {
                throw new Problem(400, "request.missing-body", Map.of());
            }
            read.check();
            return read;
        } catch (JacksonException fault) {
            throw within(JsonFault.of(fault));
        }
    }

    /** Of a line only the character is told: which line it is of the file, the reject says. */
    private static Problem within(Problem problem) {
        return problem.code().equals("request.unreadable")
                ? new Problem(
                        400,
                        "import.unreadable-line",
                        Map.of("column", problem.facts().get("column")))
                : problem;
    }

    /** For a few lines in a row. */
    CasesAtHand casesAtHand() {
        return drafts.casesAtHand();
    }

    /** The line as a command, its free text sealed. */
    Prepared prepare(ImportLine line, Origin origin, CasesAtHand cases) {
        String type = Shape.code("type", line.type());
        Action<?> action = actions.get(type);
        if (action == null) {
            throw new Problem(400, "import.unknown-type", Map.of("field", "type"));
        }
        try {
            LineIds ids = new LineIds(line, cases::openedWith);
            return prepare(action, line, drafts.draft(ids, cases), origin.trace(type, ids.commandId(), line));
        } catch (JacksonException fault) {
            throw JsonFault.of(fault);
        } catch (Vault.KeyDestroyed forgotten) {
            throw new Problem(410, "citizen.forgotten", Map.of());
        } catch (RuntimeException refusal) {
            throw Refused.problem(refusal);
        }
    }

    private <B> Prepared prepare(Action<B> action, ImportLine line, Draft draft, Map<String, Object> trace) {
        JsonNode data = Shape.required("data", line.data());
        B body = json.treeToValue(data, action.body());
        return Prepared.of(action.build().apply(body, draft), draft, trace);
    }

    /** The version the case has with this command in it. */
    long send(Prepared command) {
        try {
            return dispatcher.send(command);
        } catch (RuntimeException refusal) {
            throw Refused.problem(refusal);
        }
    }

    boolean sendsTogether() {
        return dispatcher.sendsTogether();
    }

    List<Answer> sendTogether(List<Prepared> commands) {
        return dispatcher.sendTogether(commands);
    }
}
