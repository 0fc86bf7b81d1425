package dk.effektspor.command.importing;

/** How far an import has come: a prefix of the file that is completely done, and what became of its lines. */
record Progress(long linesDone, long accepted, long rejected, long unchanged) {

    static final Progress NONE = new Progress(0, 0, 0, 0);

    Progress after(Outcome outcome) {
        boolean refused = outcome.rejection() != null;
        return new Progress(
                linesDone + 1,
                accepted + (outcome.changed() ? 1 : 0),
                rejected + (refused ? 1 : 0),
                unchanged + (refused || outcome.changed() ? 0 : 1));
    }
}
