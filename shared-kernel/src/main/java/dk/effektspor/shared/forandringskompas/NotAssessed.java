package dk.effektspor.shared.forandringskompas;

/** Why a dimension has no score ("ikke vurderet" is a legal answer; the reasons are a default to be decided). */
public enum NotAssessed {
    NOT_RELEVANT,
    NOT_KNOWN_YET,
    CITIZEN_DECLINED,
    OTHER
}
