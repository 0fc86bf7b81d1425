package dk.effektspor.platform.vault;

import dk.effektspor.shared.casefile.CitizenId;
import java.util.List;

/** Destroys citizens' keys, and keeps them destroyed. */
public interface Forgetting {

    /** How a citizen stands. */
    enum Standing {
        UNKNOWN,
        KNOWN,
        ERASED
    }

    Standing standing(CitizenId citizen);

    /**
     * Puts the citizen on the list of the forgotten that is kept beside the master key, durably, so that no database that
     * still has the key brings the citizen back: at each start the keys of those on it are destroyed.
     */
    void list(CitizenId citizen);

    /**
     * Destroys the key and the hash by which the citizen is found, in the caller's transaction if there is one.
     *
     * @return whether there was a key
     */
    boolean destroyKey(CitizenId citizen);

    /** Sees to it that this process no longer holds the key in memory; to be called when its destruction is committed. */
    void dropFromMemory(CitizenId citizen);

    /** Those whose keys a restored database brought, and whose keys this start has destroyed again. */
    List<CitizenId> broughtBack();
}
