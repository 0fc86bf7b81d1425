package dk.effektspor.command.platform;

import dk.effektspor.command.CaseRules;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.platform.vault.Vault;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.privacy.SealedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a body needs to become a command: ids, the catalogue, and the key of the citizen it is about. */
public final class Draft {

    private final Identities ids;
    private final Catalogue catalogue;
    private final Vault vault;
    private final CasesAtHand cases;
    private CaseRegister.@Nullable Entry entry;
    private @Nullable CaseNumber reserved;

    Draft(Identities ids, Catalogue catalogue, Vault vault, CasesAtHand cases) {
        this.ids = ids;
        this.catalogue = catalogue;
        this.vault = vault;
        this.cases = cases;
    }

    public CaseId caseId() {
        return ids.caseId();
    }

    public Identities ids() {
        return ids;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Seals text under the key of the case's citizen. */
    public SealedText seal(String clear) {
        return vault.seal(entry().citizen(), clear);
    }

    /** Seals text that may be absent. */
    public @Nullable SealedText sealIfGiven(@Nullable String clear) {
        return clear == null ? null : seal(clear);
    }

    public String targetGroup() {
        return entry().targetGroup();
    }

    /** Opens what was sealed under the key of the case's citizen. */
    public String open(SealedText sealed) {
        return vault.open(entry().citizen(), sealed);
    }

    /** The citizen of the case, found by CPR number where the case is only being opened. */
    public CitizenId citizen() {
        return entry().citizen();
    }

    /** The citizen's CPR number as it was sealed when the case was opened. */
    public SealedText cpr() {
        return entry().cpr();
    }

    /** Reserves the case's number; everything sealed from here on is sealed for this citizen. */
    public void reserve(CaseNumber number, String cpr, String targetGroup) {
        // The register keeps the code in clear, so it must be one: the aggregate's own refusal would come too late.
        if (!catalogue.hasTargetGroup(targetGroup)) {
            throw RuleViolation.of(CaseRules.UNKNOWN_TARGET_GROUP, "targetGroup", targetGroup);
        }
        CitizenId citizen = vault.citizenWith(cpr);
        entry = cases.reserve(new CaseRegister.Entry(caseId(), number, citizen, targetGroup, vault.seal(citizen, cpr)));
        reserved = number;
    }

    @Nullable
    CaseNumber reserved() {
        return reserved;
    }

    private CaseRegister.Entry entry() {
        CaseRegister.Entry known = entry;
        if (known == null) {
            known = cases.find(caseId());
            if (known == null) {
                throw new Problem(404, "case.unknown", Map.of("caseId", caseId().toString()));
            }
            entry = known;
        }
        return known;
    }
}
