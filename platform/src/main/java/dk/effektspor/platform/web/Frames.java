package dk.effektspor.platform.web;

/** A failure for the log: what and where, without the messages, which may quote what a citizen's case says. */
final class Frames {

    private static final int EACH = 25;

    private final Throwable failure;

    Frames(Throwable failure) {
        this.failure = failure;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(t == failure ? "" : "\nCaused by ").append(t.getClass().getName());
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(EACH, frames.length); i++) {
                text.append("\n\tat ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
