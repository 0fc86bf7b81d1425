package dk.effektspor.platform.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The users in our own database. */
final class LocalUsers {

    private static final String SELECT = "select username, password_hash, role, unit, units, locked from local_user";

    private final JdbcClient jdbc;

    LocalUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stored> named(String user) {
        return jdbc.sql(SELECT + " where username = :user")
                .param("user", user)
                .query(LocalUsers::stored)
                .optional();
    }

    List<Stored> named(Collection<String> users) {
        return jdbc.sql(SELECT + " where username = any(:users)")
                .param("users", users.toArray(String[]::new))
                .query(LocalUsers::stored)
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from local_user)")
                .query(Boolean.class)
                .single();
    }

    /** Keeps every other process from adding users until the transaction ends. */
    void lockTable() {
        jdbc.sql("lock table local_user in exclusive mode").update();
    }

    void add(String user, String passwordHash, Role role, @Nullable String unit) {
        jdbc.sql("insert into local_user (username, password_hash, role, unit) values (:user, :hash, :role, :unit)")
                .param("user", user)
                .param("hash", passwordHash)
                .param("role", role.name())
                .param("unit", unit)
                .update();
    }

    List<Stored> all() {
        return jdbc.sql(SELECT + " order by username").query(LocalUsers::stored).list();
    }

    /** Answers whether there is such a user. */
    boolean changePassword(String user, String passwordHash) {
        return jdbc.sql("update local_user set password_hash = :hash, changed_at = now() where username = :user")
                        .param("user", user)
                        .param("hash", passwordHash)
                        .update()
                == 1;
    }

    /** Answers whether there is such a user. */
    boolean setLocked(String user, boolean locked) {
        return jdbc.sql("update local_user set locked = :locked, changed_at = now() where username = :user")
                        .param("user", user)
                        .param("locked", locked)
                        .update()
                == 1;
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        List<String> units = new ArrayList<>();
        String home = row.getString("unit");
        if (home != null) {
            units.add(home);
        }
        Array further = row.getArray("units");
        units.addAll(List.of((String[]) further.getArray()));
        return new Stored(
                new SignedIn(row.getString("username"), Role.valueOf(row.getString("role")), units),
                row.getString("password_hash"),
                row.getBoolean("locked"));
    }

    /** A user, what to check the password against, and whether to let nobody in with it. */
    record Stored(SignedIn signedIn, String passwordHash, boolean locked) {

        @Override
        public String toString() {
            return signedIn.user();
        }
    }
}
