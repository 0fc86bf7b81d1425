package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.BundleFile;
import dk.effektspor.query.audit.bundle.EndNote;
import dk.effektspor.query.audit.bundle.Line;

/** Does a file's last line tell the hash of all that comes before it? Says nothing about who wrote it. */
final class Wholeness {

    private Wholeness() {}

    static boolean of(byte[] file) {
        int end = lastLine(file);
        return end > 0
                && BundleFile.line(file, end).content() instanceof Line.End last
                && last.note().contains("\n" + EndNote.hash(file, end).base64() + "\n");
    }

    /** Whether this end is the last line, and its note says what it should about the bytes before it. */
    static boolean of(byte[] file, int end, Line.Header header, String text) {
        return of(file)
                && end == lastLine(file)
                && EndNote.text(header, EndNote.hash(file, end)).equals(text);
    }

    private static int lastLine(byte[] file) {
        int start = file.length - 1;
        while (start > 0 && file[start - 1] != '\n') {
            start--;
        }
        return start;
    }
}
