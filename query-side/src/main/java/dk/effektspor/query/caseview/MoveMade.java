package dk.effektspor.query.caseview;

import dk.effektspor.shared.indsatstrappe.Move;
import java.time.LocalDate;

/** A move on the Indsatstrappe as it was decided; {@code kind} is the event's stored name without its room. */
public record MoveMade(String kind, Move move, LocalDate decidedOn, long version) {}
