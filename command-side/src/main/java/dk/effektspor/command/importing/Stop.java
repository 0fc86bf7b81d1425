package dk.effektspor.command.importing;

/**
 * Why an import stopped before the end of its file.
 *
 * @param line the line that could be neither taken nor rejected, or the first that was not reached
 * @param reason a stable code
 */
record Stop(long line, String reason) {

    /** The application is being stopped. */
    static final String CLOSING = "import.closing";
    /** The file was no longer sent. */
    static final String CUT_OFF = "import.cut-off";
    /** The application died. */
    static final String KILLED = "import.killed";
    /** A fault of ours; the log says more. */
    static final String FAULT = "internal";
}
