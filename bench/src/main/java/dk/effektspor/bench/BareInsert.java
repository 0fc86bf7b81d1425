package dk.effektspor.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The yardstick: one durable insert with a unique (stream, version) into the same PostgreSQL, with the payload and
 * metadata of an event the service itself stored, and nothing else around it.
 */
final class BareInsert implements AutoCloseable {

    private final Connection[] connections;
    private final PreparedStatement[] inserts;
    private final UUID[] streams;
    private final long[] versions;

    BareInsert(String url, int clients) throws SQLException {
        connections = new Connection[clients];
        inserts = new PreparedStatement[clients];
        streams = new UUID[clients];
        versions = new long[clients];
        byte[] payload = new byte[400];
        byte[] metadata = new byte[250];
        for (int i = 0; i < clients; i++) {
            connections[i] = DriverManager.getConnection(url);
            streams[i] = UUID.randomUUID();
            if (i == 0) {
                try (Statement s = connections[0].createStatement()) {
                    s.execute("create table if not exists bench_bare (position bigint generated always as identity"
                            + " primary key, stream uuid not null, version bigint not null, payload bytea not null,"
                            + " metadata bytea not null, unique (stream, version))");
                    try (ResultSet sample =
                            s.executeQuery("select * from event where payload_type =" + " 'case.note-added' limit 1")) {
                        if (sample.next()) {
                            payload = sample.getBytes("payload");
                            metadata = sample.getBytes("meta_data");
                        }
                    }
                }
            }
            inserts[i] = connections[i].prepareStatement(
                    "insert into bench_bare (stream, version, payload, metadata) values (?, ?, ?, ?)");
            inserts[i].setObject(1, streams[i]);
            inserts[i].setBytes(3, payload);
            inserts[i].setBytes(4, metadata);
        }
    }

    /** One durable insert by one client. */
    void once(int client) throws SQLException {
        inserts[client].setLong(2, versions[client]++);
        inserts[client].executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
