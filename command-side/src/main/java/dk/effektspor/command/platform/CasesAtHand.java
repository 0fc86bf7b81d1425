package dk.effektspor.command.platform;

import dk.effektspor.shared.casefile.CaseId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cases that a few commands in a row speak of, each looked up once. To be forgotten with those commands. */
public final class CasesAtHand {

    private final CaseRegister register;
    private final Map<CaseId, CaseRegister.Entry> entries = new HashMap<>();
    private final Map<String, Optional<CaseId>> numbers = new HashMap<>();

    CasesAtHand(CaseRegister register) {
        this.register = register;
    }

    /** The case that was opened with this number, if one was. */
    public Optional<CaseId> openedWith(String caseNumber) {
        return numbers.computeIfAbsent(caseNumber, register::openedWith);
    }

    CaseRegister.@Nullable Entry find(CaseId caseId) {
        CaseRegister.Entry known = entries.get(caseId);
        if (known == null) {
            known = register.find(caseId).orElse(null);
            if (known != null) {
                entries.put(caseId, known);
            }
        }
        return known;
    }

    CaseRegister.Entry reserve(CaseRegister.Entry wanted) {
        CaseRegister.Entry held = register.reserve(wanted);
        entries.put(held.caseId(), held);
        return held;
    }
}
