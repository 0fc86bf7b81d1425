package dk.effektspor.query.audit.bundle;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.SealedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Discloses the sealed texts of a citizen's events, but for the classes of field that are withheld. */
final class ShownTexts {

    private final Vault vault;
    private final CitizenId citizen;
    private final Set<PersonalField> withheld;

    ShownTexts(Vault vault, CitizenId citizen, Set<PersonalField> withheld) {
        this.vault = vault;
        this.citizen = citizen;
        this.withheld = withheld;
    }

    List<Line.ShownText> of(StoredEvent event) {
        List<Line.ShownText> shown = new ArrayList<>();
        payload(event).sealed().forEach((at, text) -> shown.add(shown(event.type(), at, text)));
        return shown;
    }

    private Line.ShownText shown(String type, String at, SealedText text) {
        if (withheld.contains(PersonalField.at(type, at))) {
            return new Line.ShownText(at, Line.Hidden.WITHHELD, null);
        }
        try {
            return vault.disclose(citizen, text)
                    .map(disclosure -> new Line.ShownText(at, null, disclosure))
                    .orElseGet(() -> new Line.ShownText(at, Line.Hidden.UNPROVABLE, null));
        } catch (Vault.KeyDestroyed erased) {
            return new Line.ShownText(at, Line.Hidden.ERASED, null);
        }
    }

    static Payload payload(StoredEvent event) {
        try {
            return Payload.of(event.payload());
        } catch (Payload.Unreadable e) {
            throw new IllegalStateException("Unreadable history: event " + event.eventId(), e);
        }
    }
}
