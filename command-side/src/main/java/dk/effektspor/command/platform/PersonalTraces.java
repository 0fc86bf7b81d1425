package dk.effektspor.command.platform;

import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the command side keeps beside the events that was once made of a citizen's clear text. */
public final class PersonalTraces {

    /** The tables it is in. */
    public static final List<String> TABLES = List.of("case_register", "idempotency", "snapshot");

    private final JdbcTemplate jdbc;
    private final CaseRegister register;
    private final RecentCases recentCases;

    PersonalTraces(JdbcTemplate jdbc, CaseRegister register, RecentCases recentCases) {
        this.jdbc = jdbc;
        this.register = register;
        this.recentCases = recentCases;
    }

    /** How much was removed: register rows without number, and rows that are gone. */
    public record Removed(int register, int idempotency, int snapshots) {}

    /** Removes it, in the caller's transaction if there is one. */
    public Removed remove(CitizenId citizen) {
        int requests = 0;
        int snapshots = 0;
        for (CaseId caseId : register.casesOf(citizen)) {
            // A request's hash is of its clear text: whoever has the master key could try guesses against it.
            requests += jdbc.update("delete from idempotency where case_id = ?", caseId.value());
            snapshots += jdbc.update("delete from snapshot where aggregate_identifier = ?", caseId.toString());
        }
        return new Removed(register.dropNumbers(citizen), requests, snapshots);
    }

    /** Drops what this process holds in memory. */
    public void dropFromMemory(CitizenId citizen) {
        List<CaseId> cases = register.casesOf(citizen);
        register.dropFromMemory(cases);
        cases.forEach(recentCases::remove);
        cases.forEach(caseId -> recentCases.remove(caseId.toString()));
    }
}
