package dk.effektspor.command.platform;

import dk.effektspor.command.CaseCommand;
import java.util.function.BiFunction;

/**
 * One thing that can be asked of a case, however it arrives: the API and the import read the same body and build the same
 * command.
 *
 * @param name stable; the import's {@code type} and the {@code command} in every event's trace
 * @param body what is asked, as JSON
 * @param build checks the shape, seals free text and builds the command
 */
public record Action<B>(String name, Class<B> body, BiFunction<B, Draft, CaseCommand> build) {}
