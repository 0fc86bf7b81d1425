package dk.effektspor.shared.indsatstrappe;

/** The act a legal basis belongs to. */
public enum Law {
    /** Lov om social service; for children until 31 December 2023, for adults still. */
    SEL,
    /** Barnets lov, in force from 1 January 2024. */
    BL,
    /** Lov om bekæmpelse af ungdomskriminalitet (named in BL §43 stk. 2). */
    LBU,
    /** Sundhedsloven (treatment of alcohol abuse). */
    SUL
}
