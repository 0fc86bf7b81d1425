package dk.effektspor.query.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What someone looks for, as a code in the header {@code Access-Purpose}. */
enum Purpose {
    /** Sagsbehandling: work with the case in one's own unit. */
    CASEWORK,
    /** Ledelsestilsyn. */
    SUPERVISION,
    /** Klage: a complaint, at the municipality or Ankestyrelsen. */
    COMPLAINT,
    /** Indsigt: the citizen's own insight or aktindsigt. */
    INSIGHT,
    /** Kvalitetskontrol. */
    QUALITY_CONTROL,
    /** Intern revision. */
    AUDIT,
    /** Sikkerhedshændelse: a breach or a suspicion of one. */
    INCIDENT;

    static final String HEADER = "Access-Purpose";

    static Optional<Purpose> of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Purpose::code).toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
