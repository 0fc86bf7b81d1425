package dk.effektspor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Words to look for, in every form in which someone could mistake them for being hidden. */
final class Needles {

    private static final int BLOCK = 1 << 20;

    private final Set<String> forms = new LinkedHashSet<>();

    Needles(String... words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(UTF_8);
            forms.add(new String(bytes, ISO_8859_1));
            forms.add(new String(word.getBytes(UTF_16LE), ISO_8859_1));
            forms.add(HexFormat.of().formatHex(bytes));
            for (int before = 0; before < 3; before++) {
                forms.add(base64(bytes, before));
            }
            forms.add(HexFormat.of().formatHex(sha256(bytes)));
            forms.add(new String(sha256(bytes), ISO_8859_1));
        }
    }

    /** The forms that stand in a text. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        forms.stream().filter(text::contains).forEach(found::add);
        return found;
    }

    /** The files under a folder in which one of them stands. */
    Set<Path> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<Path> found = new TreeSet<>();
            files.filter(Files::isRegularFile).filter(this::standsIn).forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean standsIn(Path file) {
        int overlap = forms.stream().mapToInt(String::length).max().orElse(0);
        String tail = "";
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                String text = tail + new String(block, ISO_8859_1);
                if (!in(text).isEmpty()) {
                    return true;
                }
                tail = text.substring(Math.max(0, text.length() - overlap));
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Base64 makes of the bytes wherever they stand in a longer text, less what depends on their neighbours. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = Arrays.copyOf(new byte[before], before + bytes.length);
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = Base64.getEncoder().encodeToString(shifted);
        return encoded.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
