package dk.effektspor.shared.indsatstrappe;

import java.time.LocalDate;

/**
 * What entitles the municipality to place a child outside the home.
 *
 * @param basis the paragraph of the placement itself, e.g. BL §46
 * @param givenOn date of the consent or of the committee's decision
 */
public record PlacementBasis(Kind kind, LegalBasis basis, LocalDate givenOn) {

    /** Who said yes. */
    public enum Kind {
        /** Consent of the custody holder and of the youth from 15 (BL §46, before SEL §52 stk. 3 nr. 7). */
        CONSENT,
        /** Decision of børne- og ungeudvalget (BL §47, before SEL §58). */
        COMMITTEE,
        /** Provisional decision of the committee's chair (BL §143, before SEL §75). */
        PROVISIONAL,
        /** Decision of Ungdomskriminalitetsnævnet (named in BL §43 stk. 2). */
        YOUTH_CRIME_BOARD
    }
}
