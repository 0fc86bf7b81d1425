package dk.effektspor.query.clocks;

import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;

/** An event of a case and what the store knows of it: its version, and when we learnt it. */
public record Fact(CaseEvent event, Recorded recorded) {}
