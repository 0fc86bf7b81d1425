package dk.effektspor.shared.catalogue;

/** A catalogue file that breaks a rule; says which file, which line and which rule, and stops the start. */
public final class BadCatalogue extends RuntimeException {

    private final String file;
    private final int line;
    private final String rule;

    BadCatalogue(String file, int line, String rule) {
        super(file + (line > 0 ? ":" + line : "") + ": " + rule);
        this.file = file;
        this.line = line;
        this.rule = rule;
    }

    public String file() {
        return file;
    }

    /** The line, from 1; 0 when it is the file as a whole. */
    public int line() {
        return line;
    }

    public String rule() {
        return rule;
    }
}
