package dk.effektspor.query.ledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param text what is signed; ends with a line feed
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final String DASH = "\u2014 ";

    /**
     * One line of signature.
     *
     * @param name of the key
     * @param keyId four bytes in hex, by which the key is known
     * @param bytes of the signature, after the key's id
     */
    public record Signature(String name, String keyId, byte[] bytes) {

        public Signature {
            if (name.isEmpty() || name.chars().anyMatch(c -> Character.isWhitespace(c) || c == '+')) {
                throw new IllegalArgumentException("Not a key's name: " + name);
            }
            if (keyId.length() != 8 || bytes.length == 0) {
                throw new IllegalArgumentException("Not a signature");
            }
        }

        /** As it stands in the note, without the line's end. */
        public String line() {
            byte[] whole = Arrays.copyOf(HexFormat.of().parseHex(keyId), 4 + bytes.length);
            System.arraycopy(bytes, 0, whole, 4, bytes.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(whole);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Signature signature && line().equals(signature.line());
        }

        @Override
        public int hashCode() {
            return line().hashCode();
        }

        @Override
        public String toString() {
            return line();
        }

        /** @throws IllegalArgumentException unless it is exactly what {@link #line()} would write */
        public static Signature parse(String line) {
            int space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) {
                throw new IllegalArgumentException("Not a line of signature");
            }
            byte[] whole = StrictBase64.decoded(line.substring(space + 1));
            if (whole.length < 5) {
                throw new IllegalArgumentException("Not a signature");
            }
            return new Signature(
                    line.substring(DASH.length(), space),
                    HexFormat.of().formatHex(whole, 0, 4),
                    Arrays.copyOfRange(whole, 4, whole.length));
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("A note's text ends with a line feed");
        }
    }

    /** The same text with these signatures added. */
    public SignedNote with(List<Signature> more) {
        List<Signature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** The note as it is sent. */
    public String render() {
        return text + "\n" + signatures.stream().map(s -> s.line() + "\n").collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException unless it is exactly what {@link #render()} would write */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.length() == end + 2) {
            throw new IllegalArgumentException("A note is a text, an empty line and signatures");
        }
        List<Signature> signatures = note.substring(end + 2, note.length() - 1)
                .lines()
                .map(Signature::parse)
                .toList();
        SignedNote read = new SignedNote(note.substring(0, end + 1), signatures);
        if (!read.render().equals(note)) {
            throw new IllegalArgumentException("A note is written in one way only");
        }
        return read;
    }
}
