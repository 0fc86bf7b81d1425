package dk.effektspor.command.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines in constant memory; a line too long to be one is passed over, not gathered. */
final class Lines {

    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private boolean tooLong;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, or null after the last. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        tooLong = false;
        boolean any = false;
        while (true) {
            if (position == filled) {
                filled = in.read(buffer);
                position = 0;
                if (filled < 0) {
                    filled = 0;
                    return any ? line.toByteArray() : null;
                }
            }
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            gather(line, end);
            boolean complete = end < filled;
            position = complete ? end + 1 : end;
            if (complete) {
                return line.toByteArray();
            }
        }
    }

    /** Whether the line just read was longer than a line can be; its bytes are then not all there. */
    boolean tooLong() {
        return tooLong;
    }

    private void gather(ByteArrayOutputStream line, int end) {
        if (tooLong || line.size() + (end - position) > LONGEST) {
            tooLong = true;
        } else {
            line.write(buffer, position, end - position);
        }
    }
}
