package dk.effektspor.shared.citizen;

/** Why a citizen's data must be kept for the time being, whatever else allows their erasure. */
public enum HoldGround {
    /** A complaint or a case of Ankestyrelsen's own is under way (BL §§144-153). */
    COMPLAINT,
    /** Someone has asked for access to the documents (FVL §9, OFL §36) or insight (GDPR art. 15). */
    ACCESS_REQUEST,
    /** A claim is or may be brought before a court (GDPR art. 17, 3 e). */
    COURT_CASE,
    /** A revision is looking at the case. */
    AUDIT,
    /** The archive version has not been handed over and accepted (BEK 995/2010; 330/2004 for Copenhagen). */
    ARCHIVE_PENDING
}
