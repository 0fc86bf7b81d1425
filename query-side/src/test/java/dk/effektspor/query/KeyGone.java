package dk.effektspor.query;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.Disclosure;
import dk.effektspor.shared.privacy.SealedText;
import java.util.Optional;
import java.util.UUID;

/** Seals under a key that the reader will not find: the citizen named has no row, as after an erasure. */
record KeyGone(Vault vault, CitizenId citizen) implements Vault {

    KeyGone(Vault vault) {
        this(vault, new CitizenId(UUID.randomUUID()));
    }

    @Override
    public CitizenId citizenWith(String cpr) {
        return citizen;
    }

    @Override
    public Optional<CitizenId> find(String cpr) {
        return Optional.empty();
    }

    @Override
    public SealedText seal(CitizenId erased, String clear) {
        return vault.seal(vault.citizenWith("7101129999"), clear);
    }

    @Override
    public String open(CitizenId erased, SealedText sealed) {
        throw new KeyDestroyed(erased);
    }

    @Override
    public Optional<Disclosure> disclose(CitizenId erased, SealedText sealed) {
        throw new KeyDestroyed(erased);
    }
}
