package dk.effektspor.bench;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A server with MongoDB's protocol on an address of its own, outside the application, that can stop and come back. */
final class ComingAndGoingMongo implements AutoCloseable {

    private final int port;
    private MemoryBackend content = new Kept();
    private MongoServer server = new MongoServer(content);

    ComingAndGoingMongo() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server.bind("127.0.0.1", port);
    }

    /** The property that has the application use it. */
    String property() {
        return "effektspor.mongo.uri=mongodb://127.0.0.1:" + port + "/views";
    }

    void goAway() {
        server.shutdownNow();
    }

    void comeBack() {
        server = new MongoServer(content);
        server.bind("127.0.0.1", port);
    }

    void comeBackEmpty() {
        content = new Kept();
        comeBack();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** A server that stops closes its backend; a disk would not forget for that. */
    private static final class Kept extends MemoryBackend {

        @Override
        public void close() {
            // Kept until it is let go of.
        }
    }
}
