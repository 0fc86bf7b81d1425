package dk.effektspor.command.casefile;

import static dk.effektspor.command.RuleViolation.refuseWhen;

import dk.effektspor.command.CaseRules;
import dk.effektspor.command.Circumstances;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.shared.catalogue.Unit;
import java.time.LocalDate;

/** Who can be responsible for a case: a caseworker in an authority unit that exists on the date. */
final class Responsibility {

    private Responsibility() {}

    static void check(String unitCode, String caseworker, LocalDate on, Circumstances circumstances) {
        Unit unit = unit(unitCode, on, circumstances);
        refuseWhen(!unit.authority(), CaseRules.UNIT_NOT_AUTHORITY, "unit", unitCode);
        checkCaseworker(caseworker);
    }

    static Unit unit(String code, LocalDate on, Circumstances circumstances) {
        return circumstances
                .catalogue()
                .units()
                .on(code, on)
                .orElseThrow(() -> RuleViolation.of(CaseRules.UNKNOWN_UNIT, "unit", code, "on", on));
    }

    static void checkCaseworker(String caseworker) {
        refuseWhen(caseworker.isBlank(), CaseRules.NO_CASEWORKER);
    }
}
