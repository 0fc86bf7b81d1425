package dk.effektspor.shared.indsatstrappe;

/**
 * The paragraph a decision rests on, as it was when the decision was taken; never translated to a later law.
 *
 * @param paragraph e.g. {@code §52 stk. 3 nr. 3}
 */
public record LegalBasis(Law law, String paragraph) {}
