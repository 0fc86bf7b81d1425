package dk.effektspor.shared.indsatstrappe;

/** Where the citizen went after the intervention, after Statistics Denmark's UDSTED codes (W26). */
public enum Destination {
    PARENTS_HOME,
    OWN_HOME,
    ADOPTION,
    PRISON_SERVICE,
    ADULT_INSTITUTION,
    OTHER_FAMILY,
    NETWORK_NOT_FAMILY,
    SIBLINGS,
    MILITARY_SERVICE,
    OTHER_INTERVENTION,
    STAYS_AT_HOME,
    OTHER,
    UNKNOWN
}
