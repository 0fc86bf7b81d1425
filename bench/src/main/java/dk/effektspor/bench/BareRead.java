package dk.effektspor.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.databind.json.JsonMapper;

/** The yardstick of a rebuild: every event read by its key in pages of a thousand, both its texts parsed as JSON. */
final class BareRead implements AutoCloseable {

    private static final int PAGE = 1_000;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Connection connection;
    private final PreparedStatement page;

    BareRead(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        page = connection.prepareStatement(
                "select global_index, payload, meta_data from event where global_index > ? order by global_index limit "
                        + PAGE);
    }

    /** Reads everything once; events a second. */
    double perSecond() throws SQLException {
        long from = System.nanoTime();
        long events = 0;
        long last = 0;
        int read = PAGE;
        while (read == PAGE) {
            page.setLong(1, last);
            read = 0;
            try (ResultSet rows = page.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    json.readTree(rows.getBytes(2));
                    json.readTree(rows.getBytes(3));
                    read++;
                }
            }
            events += read;
        }
        return events / ((System.nanoTime() - from) / 1e9);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
