package dk.effektspor.query.access;

import dk.effektspor.platform.postgres.DatabaseFault;
import dk.effektspor.platform.web.Correlation;
import dk.effektspor.platform.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.OnCommittedResponseWrapper;

/**
 * An answer whose first byte leaves only after its look has been written down, once. If it cannot be, what was to be shown is thrown away
 * and the one thing that gets out is a 503.
 */
final class RecordedAnswer extends OnCommittedResponseWrapper {

    private static final int AWAY = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    private final Looking looking;
    private final AccessJournal journal;
    private boolean recorded;
    private @Nullable Problem refusal;

    RecordedAnswer(HttpServletResponse response, Looking looking, AccessJournal journal) {
        super(response);
        this.looking = looking;
        this.journal = journal;
    }

    @Override
    protected void onResponseCommitted() {
        record(getStatus());
    }

    /** The answer is complete, also one without a body. */
    void end() {
        record(getStatus());
    }

    /** The answer broke off; whoever is outside tells why, unless that cannot be written down either. */
    void fail() {
        record(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    private synchronized void record(int status) {
        if (recorded || !looking.isAtAPerson()) {
            return;
        }
        if (refusal != null) {
            if (status != AWAY) {
                throw refusal;
            }
            return;
        }
        try {
            journal.append(looking.ended(status));
            recorded = true;
        } catch (RuntimeException notWritten) {
            if (!isCommitted()) {
                forget();
            }
            String code =
                    DatabaseFault.behind(notWritten).map(DatabaseFault::code).orElse("access.not-recorded");
            refusal = new Problem(AWAY, code, Map.of());
            throw refusal;
        }
    }

    /** Headers tell something too: the tag is the version of the case. */
    private void forget() {
        resetBuffer();
        List.copyOf(getHeaderNames()).stream()
                .filter(name -> !name.equalsIgnoreCase(Correlation.HEADER))
                .forEach(name -> setHeader(name, null));
    }
}
