package dk.effektspor.query.ledger.tree;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.store.EventKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's tables. */
public final class TreeStore {

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    /**
     * How far the ledger has come.
     *
     * @param size events in it
     * @param globalIndex of the last of them; -1 before the first
     */
    public record State(long size, long globalIndex) {
        static final State EMPTY = new State(0, -1);
    }

    /** Where an event stands: in the ledger, in its store, and as part of which stream. */
    public record Place(UUID event, UUID stream, long position, long globalIndex) {}

    public TreeStore(DataSource database, PlatformTransactionManager transactions) {
        sql = new JdbcTemplate(database);
        transaction = new TransactionTemplate(transactions);
    }

    public State state() {
        return state("");
    }

    private State state(String lock) {
        return sql
                .query(
                        "select size, global_index from ledger_state" + lock,
                        (row, number) -> new State(row.getLong(1), row.getLong(2)))
                .stream()
                .findFirst()
                .orElse(State.EMPTY);
    }

    /** Keeps everyone else from writing until the transaction ends. */
    private State held() {
        sql.update(
                "insert into ledger_state (size, global_index) values (?, ?) on conflict do nothing",
                State.EMPTY.size(),
                State.EMPTY.globalIndex());
        return state(" for update");
    }

    /** The hashes of a tile, as many as it has by now; none if it is not there. */
    public byte[] tile(int level, long index) {
        return sql
                .query(
                        "select hashes from ledger_tile where level = ? and index = ?",
                        (row, number) -> row.getBytes(1),
                        level,
                        index)
                .stream()
                .findFirst()
                .orElse(new byte[0]);
    }

    /** Tiles of one level from an index on, in their order. */
    public List<byte[]> tiles(int level, long index, int limit) {
        return sql.query(
                "select hashes from ledger_tile where level = ? and index >= ? order by index limit ?",
                (row, number) -> row.getBytes(1),
                level,
                index,
                limit);
    }

    /**
     * Writes what a batch of events adds, unless another process was faster.
     *
     * @param before what the batch was computed from
     * @return whether it was written
     */
    boolean append(State before, List<StoredEvent> events, Map<Tile, byte[]> tiles) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // If it is lost, it is computed again from the events, and comes out the same.
            sql.execute("set local synchronous_commit to off");
            if (!held().equals(before)) {
                return false;
            }
            sql.batchUpdate(
                    """
                    insert into ledger_tile (level, index, hashes) values (?, ?, ?)
                    on conflict (level, index) do update set hashes = excluded.hashes""",
                    tiles.entrySet().stream()
                            .map(tile -> new Object[] {
                                tile.getKey().level(), tile.getKey().index(), tile.getValue()
                            })
                            .toList());
            writePlaces(before.size(), events);
            sql.update(
                    "update ledger_state set size = ?, global_index = ?",
                    before.size() + events.size(),
                    events.get(events.size() - 1).globalIndex());
            return true;
        }));
    }

    private void writePlaces(long position, List<StoredEvent> events) {
        UUID[] ids = new UUID[events.size()];
        UUID[] streams = new UUID[events.size()];
        Long[] indexes = new Long[events.size()];
        for (int i = 0; i < events.size(); i++) {
            ids[i] = EventKey.of(events.get(i).eventId());
            streams[i] = EventKey.of(events.get(i).stream());
            indexes[i] = events.get(i).globalIndex();
        }
        // An id that is there already is no reason to stop: both events are in the log, and the first is found.
        sql.update(connection -> {
            var insert = connection.prepareStatement("""
                    insert into ledger_position (event_id, stream, position, global_index)
                    select id, stream, ? + nr - 1, index from unnest(?::uuid[], ?::uuid[], ?::bigint[]) with ordinality
                         as added (id, stream, index, nr)
                    on conflict (event_id) do nothing""");
            insert.setLong(1, position);
            insert.setArray(2, connection.createArrayOf("uuid", ids));
            insert.setArray(3, connection.createArrayOf("uuid", streams));
            insert.setArray(4, connection.createArrayOf("bigint", indexes));
            return insert;
        });
    }

    /** Where the event with this id stands. */
    public Optional<Place> place(String eventId) {
        return places("event_id = ?", EventKey.of(eventId)).stream().findFirst();
    }

    /** Positions of those of the events that the ledger has taken in, by their key. */
    public Map<UUID, Long> positions(Collection<UUID> events) {
        return places("event_id = any (?::uuid[])", (Object) events.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(Place::event, Place::position));
    }

    /** What stands at these positions; reads the whole table, so only for when something is wrong. */
    public List<Place> placesAt(List<Long> positions) {
        return places("position = any (?::bigint[])", (Object) positions.toArray(Long[]::new));
    }

    private List<Place> places(String condition, Object value) {
        return sql.query(
                "select event_id, stream, position, global_index from ledger_position where " + condition,
                (row, number) -> new Place(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3), row.getLong(4)),
                value);
    }

    /** Drops everything that can be computed again. */
    public void clear() {
        transaction.executeWithoutResult(status -> {
            held();
            sql.execute("truncate ledger_tile, ledger_position");
            sql.update(
                    "update ledger_state set size = ?, global_index = ?",
                    State.EMPTY.size(),
                    State.EMPTY.globalIndex());
        });
    }
}
