package dk.effektspor.platform.eventstore;

/** A log that looks for news now and then, and at once for somebody who waits. */
@FunctionalInterface
public interface Wakeable {

    /** Lets whoever follows the log look now; harmless when there is nothing new. */
    void wakeNow();
}
