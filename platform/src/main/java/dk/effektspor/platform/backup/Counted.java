package dk.effektspor.platform.backup;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Streams that tell how many bytes have gone through. */
final class Counted {

    private Counted() {}

    static OutputStream out(OutputStream out, LongConsumer told) {
        return new FilterOutputStream(out) {
            private long bytes;

            @Override
            public void write(int b) throws IOException {
                out.write(b);
                told.accept(++bytes);
            }

            @Override
            public void write(byte[] b, int offset, int length) throws IOException {
                out.write(b, offset, length);
                bytes += length;
                told.accept(bytes);
            }
        };
    }

    static InputStream in(InputStream in, LongConsumer told) {
        return new FilterInputStream(in) {
            private long bytes;

            @Override
            public int read() throws IOException {
                int read = in.read();
                told.accept(read < 0 ? bytes : ++bytes);
                return read;
            }

            @Override
            public int read(byte[] b, int offset, int length) throws IOException {
                int read = in.read(b, offset, length);
                bytes += Math.max(0, read);
                told.accept(bytes);
                return read;
            }
        };
    }
}
