package dk.effektspor.command.importing;

import dk.effektspor.command.platform.Action;
import dk.effektspor.command.platform.Dispatcher;
import dk.effektspor.command.platform.Draft;
import dk.effektspor.command.platform.Drafts;
import dk.effektspor.command.platform.Refused;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.platform.web.JsonFault;
import dk.effektspor.platform.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
            throw JsonFault.of(fault);
        }
    }

    /** The version the case has with this line in it. */
    long carryOut(ImportLine line, LineIds ids, Origin origin) {
        String type = Shape.code("type", line.type());
        Action<?> action = actions.get(type);
        if (action == null) {
            throw new Problem(400, "import.unknown-type", Map.of("field", "type"));
        }
        try {
            return carryOut(action, line, ids, origin.trace(type, ids.commandId(), line));
        } catch (JacksonException fault) {
            throw JsonFault.of(fault);
        } catch (RuntimeException refusal) {
            throw Refused.problem(refusal);
        }
    }

    private <B> long carryOut(Action<B> action, ImportLine line, LineIds ids, Map<String, Object> trace) {
        @Nullable JsonNode data = line.data();
        B body = json.treeToValue(Shape.required("data", data), action.body());
        Draft draft = drafts.draft(ids);
        return dispatcher.send(action.build().apply(body, draft), draft, trace);
    }
}
