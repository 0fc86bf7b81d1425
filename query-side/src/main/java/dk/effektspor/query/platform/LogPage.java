package dk.effektspor.query.platform;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Events that follow each other in the log, delivered as one message.
 *
 * @param taken makes room for the next page; called by whoever takes this one in
 */
record LogPage(List<TrackedEventMessage<?>> events, Runnable taken) {}
