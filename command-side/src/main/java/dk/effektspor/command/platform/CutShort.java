package dk.effektspor.command.platform;

/** A transaction of several commands came to nothing because of one of them. */
public final class CutShort extends RuntimeException {

    private final int place;

    CutShort(int place, Throwable cause) {
        super("Command " + place + " could not be carried out together with others", cause);
        this.place = place;
    }

    /** The same, as whoever sent the commands counts them. */
    public CutShort at(int otherPlace) {
        return new CutShort(otherPlace, this);
    }

    /** Which of the commands it was, counted from 0. */
    public int place() {
        return place;
    }
}
