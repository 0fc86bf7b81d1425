package dk.effektspor.query.access;

import dk.effektspor.platform.security.CitizensSeen;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where whoever reads a case tells whom the request being answered is about, on the thread of its handler and before it is judged whether
 * the reader may see it. Outside a request nobody looks, and nothing is noted.
 */
public final class Looked implements CitizensSeen {

    Looked() {}

    /** A case was asked for that may not exist. */
    public void forCase(CaseId caseId) {
        note(looking -> looking.caseAsked(caseId.value()));
    }

    /** A citizen was asked for, whether or not anything of theirs is shown. */
    @Override
    public void forCitizen(CitizenId citizenId) {
        note(looking -> looking.citizenAsked(citizenId.value()));
    }

    /** A citizen was asked for by an id that may be nobody's. */
    public void forCitizen(UUID citizenId) {
        forCitizen(new CitizenId(citizenId));
    }

    /**
     * A case was found; it is shown or refused.
     *
     * @param caseworker user name of the one who has the case, if it is known where it is read
     */
    public void at(CaseId caseId, CitizenId citizenId, @Nullable String caseworker) {
        note(looking -> looking.caseFound(caseId.value(), citizenId.value(), caseworker));
    }

    private static void note(Consumer<Looking> what) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object looking =
                request == null ? null : request.getAttribute(Looking.class.getName(), RequestAttributes.SCOPE_REQUEST);
        if (looking instanceof Looking found) {
            what.accept(found);
        }
    }
}
