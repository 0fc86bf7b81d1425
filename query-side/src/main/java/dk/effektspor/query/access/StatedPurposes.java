package dk.effektspor.query.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What readers have said they look for, case by case; shared by all processes, since a reader may be answered by any. */
final class StatedPurposes {

    private final JdbcClient sql;
    private final Clock clock;
    private final Duration remembered;

    StatedPurposes(JdbcClient sql, Clock clock, Duration remembered) {
        this.sql = sql;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** The purpose stated for this case within the time it is remembered. */
    Optional<String> of(String actor, UUID subject) {
        return since(actor, subject, clock.instant().minus(remembered));
    }

    /** A client that states it with every request costs a write only once in half of that time. */
    void state(String actor, UUID subject, Purpose purpose) {
        Instant now = clock.instant();
        if (since(actor, subject, now.minus(remembered.dividedBy(2)))
                .filter(purpose.code()::equals)
                .isEmpty()) {
            sql.sql("""
                            insert into access_purpose (actor, subject, purpose, stated_at) values (?, ?, ?, ?)
                            on conflict (actor, subject) do update
                            set purpose = excluded.purpose, stated_at = excluded.stated_at""")
                    .params(actor, subject, purpose.code(), now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Forgets what no longer counts. */
    void forgetOld() {
        sql.sql("delete from access_purpose where stated_at < ?")
                .param(clock.instant().minus(remembered).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<String> since(String actor, UUID subject, Instant from) {
        return sql.sql("select purpose from access_purpose where actor = ? and subject = ? and stated_at > ?")
                .params(actor, subject, from.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
