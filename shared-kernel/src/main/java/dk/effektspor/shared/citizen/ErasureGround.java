package dk.effektspor.shared.citizen;

/**
 * On what law a citizen may be forgotten. A municipality keeps its cases until Rigsarkivet lets them go, so the wish alone
 * is no ground.
 */
public enum ErasureGround {
    /** Rigsarkivet has authorised the deletion, as a rule after an archive version was handed over (BEK 995/2010; 330/2004 for Copenhagen). */
    ARCHIVE_AUTHORISED,
    /** The data were processed unlawfully, such as those of a wrong person (GDPR art. 17, 1 d). */
    UNLAWFULLY_PROCESSED,
    /** A law, a court or Datatilsynet demands it (GDPR art. 17, 1 e and 58, 2 g). */
    ORDERED
}
