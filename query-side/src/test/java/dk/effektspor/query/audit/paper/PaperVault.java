package dk.effektspor.query.audit.paper;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.Disclosure;
import dk.effektspor.shared.privacy.SealedText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Remembers what it has sealed. */
final class PaperVault implements Vault {

    private final CitizenId citizen = new CitizenId(new UUID(0, 77));
    private final Map<SealedText, String> texts = new HashMap<>();

    void erase() {
        texts.clear();
    }

    @Override
    public CitizenId citizenWith(String cpr) {
        return citizen;
    }

    @Override
    public Optional<CitizenId> find(String cpr) {
        return Optional.of(citizen);
    }

    @Override
    public SealedText seal(CitizenId owner, String clear) {
        SealedText sealed = new SealedText("1.sealed" + texts.size());
        texts.put(sealed, clear);
        return sealed;
    }

    @Override
    public String open(CitizenId owner, SealedText sealed) {
        return Optional.ofNullable(texts.get(sealed)).orElseThrow(() -> new KeyDestroyed(owner));
    }

    @Override
    public Optional<Disclosure> disclose(CitizenId owner, SealedText sealed) {
        return Optional.empty();
    }
}
