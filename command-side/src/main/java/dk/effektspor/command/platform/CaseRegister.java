package dk.effektspor.command.platform;

import dk.effektspor.command.RuleViolation;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.SealedText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which case number belongs to which case and citizen. A number is reserved before the case is opened and confirmed in the
 * transaction that opens it, so that a number can neither be given twice nor be lost to a crash between the two.
 */
public final class CaseRegister {

    /** A sealed text of nothing. */
    private static final String ERASED = "1.";

    private static final int REMEMBERED = 50_000;
    private static final RowMapper<Row> ROW = (rs, i) -> new Row(
            new Entry(
                    new CaseId(rs.getObject("case_id", UUID.class)),
                    new CaseNumber(rs.getString("case_number")),
                    new CitizenId(rs.getObject("citizen_id", UUID.class)),
                    rs.getString("target_group"),
                    new SealedText(rs.getString("cpr"))),
            rs.getBoolean("opened"));

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EventStore events;

    /** Entries of opened cases never change. */
    private final Map<CaseId, Entry> remembered = Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseId, Entry> eldest) {
            return size() > REMEMBERED;
        }
    });

    CaseRegister(JdbcTemplate jdbc, TransactionTemplate transaction, EventStore events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * What must be known of a case before a command to it can be built.
     *
     * @param cpr the citizen's CPR number, sealed: whoever works out an age needs the date of birth in it
     */
    public record Entry(CaseId caseId, CaseNumber caseNumber, CitizenId citizen, String targetGroup, SealedText cpr) {}

    private record Row(Entry entry, boolean opened) {}

    Optional<Entry> find(CaseId caseId) {
        Entry known = remembered.get(caseId);
        if (known != null) {
            return Optional.of(known);
        }
        List<Row> rows = jdbc.query("select * from case_register where case_id = ?", ROW, caseId.value());
        rows.stream().filter(Row::opened).forEach(row -> remembered.put(caseId, row.entry()));
        return rows.stream().map(Row::entry).findFirst();
    }

    /** The case that was opened with this number, if one was. */
    Optional<CaseId> openedWith(String caseNumber) {
        return jdbc.query("select * from case_register where case_number = ?", ROW, caseNumber).stream()
                .filter(row -> row.opened() || exists(row.entry().caseId()))
                .map(row -> row.entry().caseId())
                .findFirst();
    }

    /**
     * Reserves a number for a case that is about to be opened, taking over what an opening left that came to nothing.
     * Returns the entry that holds: for a case that is open already, the one it was opened with.
     */
    Entry reserve(Entry wanted) {
        Optional<Entry> held = transaction.execute(status -> reserveLocked(wanted));
        if (held == null || held.isEmpty()) {
            throw numberTaken(wanted.caseNumber());
        }
        return held.get();
    }

    private Optional<Entry> reserveLocked(Entry wanted) {
        int inserted = jdbc.update(
                "insert into case_register (case_id, case_number, citizen_id, target_group, cpr, opened)"
                        + " values (?, ?, ?, ?, ?, false) on conflict do nothing",
                wanted.caseId().value(),
                wanted.caseNumber().value(),
                wanted.citizen().value(),
                wanted.targetGroup(),
                wanted.cpr().ciphertext());
        if (inserted == 1) {
            return Optional.of(wanted);
        }
        // The lock waits for an opening under way: it confirms its reservation in the transaction of its event.
        List<Row> inTheWay = jdbc.query(
                "select * from case_register where case_id = ? or case_number = ? order by case_id for update",
                ROW,
                wanted.caseId().value(),
                wanted.caseNumber().value());
        for (Row row : inTheWay) {
            if (row.opened() || exists(row.entry().caseId())) {
                boolean same = row.entry().caseId().equals(wanted.caseId())
                        && row.entry().caseNumber().equals(wanted.caseNumber());
                return same ? Optional.of(row.entry()) : Optional.empty();
            }
        }
        inTheWay.forEach(row -> jdbc.update(
                "delete from case_register where case_id = ?",
                row.entry().caseId().value()));
        return reserveLocked(wanted);
    }

    /** Confirms a reservation; to be called in the transaction that stores the opening. */
    void confirm(CaseId caseId, CaseNumber number) {
        int confirmed = jdbc.update(
                "update case_register set opened = true where case_id = ? and case_number = ?",
                caseId.value(),
                number.value());
        if (confirmed == 0) {
            throw numberTaken(number);
        }
    }

    /** The cases of a citizen, also those only reserved. */
    public List<CaseId> casesOf(CitizenId citizen) {
        return jdbc.query(
                "select case_id from case_register where citizen_id = ? order by case_number",
                (rs, i) -> new CaseId(rs.getObject("case_id", UUID.class)),
                citizen.value());
    }

    /** Drops the sealed CPR number of a forgotten citizen; the cases stay. */
    int dropNumbers(CitizenId citizen) {
        return jdbc.update("update case_register set cpr = ? where citizen_id = ?", ERASED, citizen.value());
    }

    /** Forgets what of cases is remembered in memory. */
    void dropFromMemory(List<CaseId> cases) {
        cases.forEach(remembered::remove);
    }

    private boolean exists(CaseId caseId) {
        return events.lastSequenceNumberFor(caseId.toString()).isPresent();
    }

    private static RuleViolation numberTaken(CaseNumber number) {
        return new RuleViolation("case.number-taken", Map.of("caseNumber", number.value()));
    }
}
