package dk.effektspor.query.platform;

import dk.effektspor.platform.serialization.AsStored;
import dk.effektspor.shared.CaseEvent;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/**
 * An event and its metadata as JSON. What comes from the store is passed on as it is, and its metadata are not read
 * unless somebody asks: of the views only the timeline keeps them, and it does not look.
 */
public sealed interface RecordedJson {

    /** The metadata. */
    Map<String, String> trace();

    /** The metadata, as one line of JSON. */
    byte[] traceLine();

    /** The event, as one line of JSON. */
    byte[] eventLine(CaseEvent event);

    /** Of metadata that were read elsewhere. */
    record WrittenAnew(Map<String, String> trace) implements RecordedJson {
        @Override
        public byte[] traceLine() {
            return ViewJson.bytes(trace);
        }

        @Override
        public byte[] eventLine(CaseEvent event) {
            return ViewJson.bytes(event);
        }
    }

    /** Of a message from the store. */
    record Stored(EventMessage<?> message) implements RecordedJson {
        @Override
        public Map<String, String> trace() {
            Map<String, String> trace = new HashMap<>();
            message.getMetaData().forEach((key, value) -> {
                if (value != null) {
                    trace.put(key, value.toString());
                }
            });
            return trace;
        }

        @Override
        public byte[] traceLine() {
            byte[] stored = AsStored.metaData(message);
            return isLine(stored) ? stored : ViewJson.bytes(trace());
        }

        @Override
        public byte[] eventLine(CaseEvent event) {
            byte[] stored = AsStored.payload(message);
            return isLine(stored) ? stored : ViewJson.bytes(event);
        }

        /** Another writer may have laid its JSON out on several lines. */
        private static boolean isLine(byte[] json) {
            for (byte sign : json) {
                if (sign >= 0 && sign < ' ') {
                    return false;
                }
            }
            return json.length > 1 && json[0] == '{' && json[json.length - 1] == '}';
        }
    }
}
