package dk.effektspor.shared.upcast;

import java.util.Set;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 1 had one {@code reason} and did not say whether the end was a breakdown. Revision 2 has several {@code
 * reasons} and {@code breakdown}, which for the old ones follows from the reason: W24 counts an end as sammenbrud when
 * the child left or the site gave up.
 */
public final class InterventionEnded1To2 extends SingleEventUpcaster {

    private static final SimpleSerializedType FROM = new SimpleSerializedType("indsatstrappe.intervention-ended", "1");
    private static final SimpleSerializedType TO = new SimpleSerializedType(FROM.getName(), "2");
    private static final Set<String> BREAKDOWNS = Set.of("CITIZEN_LEFT", "SITE_GAVE_UP");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FROM);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(TO, ObjectNode.class, InterventionEnded1To2::upcast);
    }

    private static ObjectNode upcast(ObjectNode old) {
        ObjectNode upcast = old.deepCopy();
        String reason = upcast.required("reason").asString();
        upcast.remove("reason");
        upcast.putArray("reasons").add(reason);
        upcast.put("breakdown", BREAKDOWNS.contains(reason));
        return upcast;
    }
}
