package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.BundleFile;
import dk.effektspor.query.audit.bundle.EndNote;
import dk.effektspor.query.audit.bundle.Line;

/** The first look at a file: does its last line tell the hash of all that comes before it? Says nothing about who wrote it. */
final class Wholeness {

    private Wholeness() {}

    static boolean of(byte[] file) {
        int start = file.length - 1;
        while (start > 0 && file[start - 1] != '\n') {
            start--;
        }
        if (start <= 0) {
            return false;
        }
        BundleFile.Numbered last = BundleFile.line(file, start);
        return last.content() instanceof Line.End end
                && end.note().contains("\n" + EndNote.hash(file, start).base64() + "\n");
    }

    /** Whether a note says what it should about the bytes before it. */
    static boolean of(byte[] file, int end, Line.Header header, String text) {
        return EndNote.text(header, EndNote.hash(file, end)).equals(text);
    }
}
