package dk.effektspor.query.audit.paper;

/**
 * One place where something is withheld.
 *
 * @param place where, in the paper's language
 * @param ground the legal ground
 * @param count how many pieces of text are withheld there
 */
record Removal(String place, String ground, int count) {}
