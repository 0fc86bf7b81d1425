package dk.effektspor.command;

import dk.effektspor.shared.casefile.CaseId;
import java.time.LocalDate;

/**
 * Something a user asks to have recorded in one case. Free text in it is sealed before the command is built, so that no
 * bus, log or dead letter ever holds clear text.
 */
public interface CaseCommand {

    CaseId caseId();

    /** The date on which the fact holds; may lie in the past. */
    LocalDate effectiveOn();
}
