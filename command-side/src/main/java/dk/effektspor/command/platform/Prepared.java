package dk.effektspor.command.platform;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.shared.casefile.CaseNumber;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/** A command with everything it carries, ready to be sent, more than once if need be. */
public record Prepared(CaseCommand command, Map<String, Object> metaData) {

    /**
     * Makes a command ready.
     *
     * @param draft what it was built from; a case number reserved in it is confirmed with the command
     */
    public static Prepared of(CaseCommand command, Draft draft, Map<String, Object> trace) {
        Map<String, Object> metaData = new HashMap<>(trace);
        CaseNumber reserved = draft.reserved();
        if (reserved != null) {
            metaData.put(OnceOnly.RESERVED, reserved.value());
        }
        return new Prepared(command, metaData);
    }

    CommandMessage<CaseCommand> message() {
        return new GenericCommandMessage<>(command, metaData);
    }
}
