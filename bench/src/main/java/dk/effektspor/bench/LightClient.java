package dk.effektspor.bench;

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
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Sends prepared requests over kept-open connections from one thread. The client shares the processors with the server it
 * measures; a general one takes as much of them as the server does.
 */
final class LightClient implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 1_000;

    /** Of a thread, in nanoseconds; what comes due meanwhile is sent together. */
    private static final long SHORTEST_REST = 250_000;

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

    /** Less than a millisecond is slept and not waited for in turns: those would take a processor from the server. */
    private int poll(long waitNanos) throws IOException {
        if (waitNanos < 1_000_000) {
            LockSupport.parkNanos(Math.max(SHORTEST_REST, waitNanos));
            selector.selectNow();
        } else {
            selector.select(Math.min(100, waitNanos / 1_000_000));
        }
        int answered = 0;
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            if (connection.isAnswered()) {
                tally.add(connection.answer.status(), System.nanoTime() - connection.due);
                underWay--;
                answered++;
                if (connection.answer.isLast()) {
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

        private final SocketChannel channel;
        private final Answer answer = new Answer();
        private long due;

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

        /** Whether the whole answer is there. */
        boolean isAnswered() throws IOException {
            if (answer.takeFrom(channel)) {
                return answer.isWhole();
            }
            channel.close();
            all.remove(this);
            if (idle.remove(this)) {
                return false;
            }
            throw new IOException("The server closed a connection before it had answered");
        }
    }
}
