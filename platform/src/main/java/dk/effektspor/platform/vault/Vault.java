package dk.effektspor.platform.vault;

import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.Disclosure;
import dk.effektspor.shared.privacy.SealedText;
import java.util.Optional;

/** Keeps each citizen's data key and seals and opens text with it. */
public interface Vault {

    /**
     * The citizen with this CPR number, found through a keyed hash; registered with a new data key if unknown. Durable
     * when it returns.
     *
     * @param cpr ten digits, with or without hyphen
     */
    CitizenId citizenWith(String cpr);

    /** The citizen with this CPR number, if registered. */
    Optional<CitizenId> find(String cpr);

    /** Seals text under the citizen's data key. */
    SealedText seal(CitizenId citizen, String clear);

    /**
     * Opens sealed text.
     *
     * @throws KeyDestroyed if the citizen's key is gone
     */
    String open(CitizenId citizen, SealedText sealed);

    /**
     * What shows to anyone that a sealed text says what it says; absent for a text of the first format, of which nobody
     * can show it.
     *
     * @throws KeyDestroyed if the citizen's key is gone
     */
    Optional<Disclosure> disclose(CitizenId citizen, SealedText sealed);

    /** The citizen's data key no longer exists; what was sealed under it cannot be read by anyone. */
    final class KeyDestroyed extends RuntimeException {
        public KeyDestroyed(CitizenId citizen) {
            super("The data key of citizen " + citizen + " does not exist");
        }
    }
}
