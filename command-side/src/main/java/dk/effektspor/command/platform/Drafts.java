package dk.effektspor.command.platform;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.shared.catalogue.Catalogue;

/** Starts drafts of commands. */
public final class Drafts {

    private final Catalogue catalogue;
    private final Vault vault;
    private final CaseRegister register;

    Drafts(Catalogue catalogue, Vault vault, CaseRegister register) {
        this.catalogue = catalogue;
        this.vault = vault;
        this.register = register;
    }

    /** A draft for a request that speaks of these ids. */
    public Draft draft(Identities ids) {
        return draft(ids, casesAtHand());
    }

    /** A draft for one of a few requests in a row. */
    public Draft draft(Identities ids, CasesAtHand cases) {
        return new Draft(ids, catalogue, vault, cases);
    }

    /** For a few requests in a row. */
    public CasesAtHand casesAtHand() {
        return new CasesAtHand(register);
    }
}
