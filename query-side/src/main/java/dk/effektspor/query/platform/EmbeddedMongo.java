package dk.effektspor.query.platform;

import de.bwaldvogel.mongo.MongoServer;

/** A server that speaks MongoDB's protocol and keeps its documents in this process's memory. */
public final class EmbeddedMongo implements AutoCloseable {

    private final MongoServer server = new MongoServer(new EmbeddedDocuments());
    private final String uri;

    EmbeddedMongo() {
        server.bind("127.0.0.1", 0);
        uri = server.getConnectionString();
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
