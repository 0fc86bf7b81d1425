package dk.effektspor.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends prepared requests over kept-open connections from one thread. The client shares the processors with the server it
 * measures; a general one takes as much of them as the server does.
 */
final class LightClient implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 1_000;

    private final InetSocketAddress address;
    private final LongFunction<byte[]> requests;
    private final Selector selector = Selector.open();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();
    private Tally tally = new Tally();
    private long sent;
    private int underWay;

    /**
     * @param requests the bytes of the request with a number
     */
    LightClient(int port, LongFunction<byte[]> requests) throws IOException {
        this.address = new InetSocketAddress("127.0.0.1", port);
        this.requests = requests;
    }

    /** So many clients, each of whom asks again as soon as it is answered. */
    Tally closed(int clients, double seconds) throws IOException {
        long from = begin();
        long until = from + nanos(seconds);
        for (int i = 0; i < clients; i++) {
            send(System.nanoTime());
        }
        while (underWay > 0) {
            long now = System.nanoTime();
            for (int answered = poll(until - now); answered > 0 && System.nanoTime() < until; answered--) {
                send(System.nanoTime());
            }
            giveUp(until);
        }
        return tally.over(seconds);
    }

    /** So many requests a second, whatever becomes of those before; a time counts from when the request was due. */
    Tally open(double perSecond, double seconds) throws IOException {
        long from = begin();
        long count = Math.round(perSecond * seconds);
        double gap = 1e9 / perSecond;
        long next = 0;
        while (next < count || underWay > 0) {
            long now = System.nanoTime();
            while (next < count && from + (long) (next * gap) <= now) {
                if (idle.isEmpty() && all.size() == MOST_CONNECTIONS) {
                    tally.notSent();
                } else {
                    send(from + (long) (next * gap));
                }
                next++;
            }
            poll(next < count ? from + (long) (next * gap) - System.nanoTime() : nanos(1));
            giveUp(from + nanos(seconds));
        }
        return tally.over(seconds);
    }

    private long begin() {
        tally = new Tally();
        return System.nanoTime();
    }

    private void giveUp(long end) {
        if (System.nanoTime() > end + nanos(30)) {
            throw new IllegalStateException(underWay + " requests were not answered within 30 seconds");
        }
    }

    private void send(long due) throws IOException {
        Connection connection = idle.poll();
        if (connection == null) {
            connection = new Connection(SocketChannel.open(address));
            all.add(connection);
        }
        connection.send(requests.apply(sent++), due);
        underWay++;
    }

    private int poll(long waitNanos) throws IOException {
        if (waitNanos < 1_000_000) {
            selector.selectNow();
        } else {
            selector.select(Math.min(100, waitNanos / 1_000_000));
        }
        int answered = 0;
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            Integer status = connection.read();
            if (status != null) {
                tally.add(status, System.nanoTime() - connection.due);
                underWay--;
                answered++;
                if (connection.isLastAnswer) {
                    connection.channel.close();
                    all.remove(connection);
                } else {
                    idle.push(connection);
                }
            }
        }
        selector.selectedKeys().clear();
        return answered;
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : all) {
            connection.channel.close();
        }
        selector.close();
    }

    private final class Connection {

        private static final int LARGEST_ANSWER = 64 * 1024;

        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
        private long due;
        private boolean isLastAnswer;

        Connection(SocketChannel channel) throws IOException {
            this.channel = channel;
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send(byte[] request, long due) throws IOException {
            this.due = due;
            answer.clear();
            ByteBuffer bytes = ByteBuffer.wrap(request);
            while (bytes.hasRemaining()) {
                // A request fits into the socket's buffer many times over.
                channel.write(bytes);
            }
        }

        /** The status, once the whole answer is there. */
        @Nullable
        Integer read() throws IOException {
            if (channel.read(answer) < 0) {
                channel.close();
                all.remove(this);
                if (idle.remove(this)) {
                    return null;
                }
                throw new IOException("The server closed a connection before it had answered");
            }
            String text = new String(answer.array(), 0, answer.position(), ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head < 0) {
                return null;
            }
            String headers = text.substring(0, head).toLowerCase(Locale.ROOT);
            // A server ends a connection after some hundred requests.
            isLastAnswer = headers.contains("connection: close");
            boolean whole = headers.contains("transfer-encoding: chunked")
                    ? text.endsWith("0\r\n\r\n")
                    : text.length() >= head + 4 + length(headers);
            return whole ? Integer.valueOf(text.substring(9, 12)) : null;
        }

        private static int length(String headers) {
            int at = headers.indexOf("content-length: ");
            if (at < 0) {
                return 0;
            }
            int end = headers.indexOf("\r\n", at);
            return Integer.parseInt(
                    headers.substring(at + "content-length: ".length(), end < 0 ? headers.length() : end));
        }
    }
}
