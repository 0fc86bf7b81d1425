package dk.effektspor.query.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/** Events lately read, so that what one projection has made of the stored text the next need not make again. */
final class Arrivals {

    private static final int REMEMBERED = 8192;

    private final Map<String, Arrival> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Arrival> eldest) {
            return size() > REMEMBERED;
        }
    };

    List<Arrival> of(List<EventMessage<?>> batch) {
        return batch.stream().map(this::of).toList();
    }

    private Arrival of(EventMessage<?> message) {
        synchronized (recent) {
            Arrival known = recent.get(message.getIdentifier());
            if (known != null) {
                return known;
            }
        }
        Arrival read = Arrival.of(message);
        synchronized (recent) {
            recent.put(message.getIdentifier(), read);
        }
        return read;
    }
}
