package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.casefile.CaseId;

/** How much of a case was read: its events up to this one. */
public record CaseVersion(CaseId caseId, long version) {}
