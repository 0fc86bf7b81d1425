package dk.effektspor.query.effect.reference;

/** A file of reference figures breaks a rule; the message names file, line and rule. */
public final class BadReference extends RuntimeException {

    public BadReference(String file, int line, String rule) {
        super(file + ":" + line + ": " + rule);
    }
}
