package dk.effektspor.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** An answer of HTTP/1.1 as far as it has come, read where it lies: to make text of each would cost its reader too much. */
final class Answer {

    private static final int LARGEST = 64 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);
    private static final byte[] LAST = "connection: close".getBytes(US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(US_ASCII);
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

    private final byte[] bytes = new byte[LARGEST];
    private final ByteBuffer room = ByteBuffer.wrap(bytes);
    private boolean isLast;

    /** Makes room for the next one. */
    void clear() {
        room.clear();
    }

    /** Takes what has come; false if the other side has ended the connection. */
    boolean takeFrom(ReadableByteChannel channel) throws IOException {
        return channel.read(room) >= 0;
    }

    /** Whether the whole of it is there, with its body. */
    boolean isWhole() {
        int length = 0;
        boolean isChunked = false;
        isLast = false;
        int from = 0;
        for (int end = lineEnd(from); end >= 0; end = lineEnd(from)) {
            if (end == from) {
                int body = end + 2;
                return isChunked
                        ? room.position() - body >= LAST_CHUNK.length
                                && matches(room.position() - LAST_CHUNK.length, LAST_CHUNK)
                        : room.position() - body >= length;
            }
            if (matches(from, LENGTH)) {
                length = number(from + LENGTH.length, end);
            }
            isChunked |= matches(from, CHUNKED);
            isLast |= matches(from, LAST);
            from = end + 2;
        }
        return false;
    }

    /** Of a whole one. */
    int status() {
        return number(STATUS_AT, STATUS_AT + 3);
    }

    /** Whether the server ends the connection after this one, as it does after some hundred; of a whole one. */
    boolean isLast() {
        return isLast;
    }

    private int lineEnd(int from) {
        for (int i = from; i + 1 < room.position(); i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Without regard to case, as names of headers are written. */
    private boolean matches(int from, byte[] lowerCase) {
        for (int i = 0; i < lowerCase.length; i++) {
            byte b = bytes[from + i];
            if (lowerCase[i] != (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int end) {
        int number = 0;
        for (int i = from; i < end; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                number = 10 * number + bytes[i] - '0';
            }
        }
        return number;
    }
}
