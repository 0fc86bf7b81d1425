package dk.effektspor.command.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.vault.KeyedHash;
import dk.effektspor.platform.web.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Takes a request's body to the case and brings back the version; everything the requests have in common is here. */
public final class CommandDesk {

    private final HttpServletRequest request;
    private final CurrentActor actors;
    private final Drafts drafts;
    private final Dispatcher dispatcher;
    private final IdempotencyKeys keys;
    private final KeyedHash hashes;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    CommandDesk(
            HttpServletRequest request,
            CurrentActor actors,
            Drafts drafts,
            Dispatcher dispatcher,
            IdempotencyKeys keys,
            KeyedHash hashes,
            Clock clock) {
        this.request = request;
        this.actors = actors;
        this.drafts = drafts;
        this.dispatcher = dispatcher;
        this.keys = keys;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** Opens a case. */
    public <B> Receipt create(Action<B> action, B body) {
        return answer(action, body, null, null, null);
    }

    /** Asks something of a case. */
    public <B> Receipt submit(Action<B> action, UUID caseId, B body) {
        return answer(action, body, caseId, null, null);
    }

    /** Asks something of one of a case's interventions. */
    public <B> Receipt submitToIntervention(Action<B> action, UUID caseId, UUID interventionId, B body) {
        return answer(action, body, caseId, interventionId, null);
    }

    /** Asks something of one of a case's scorings. */
    public <B> Receipt submitToScoring(Action<B> action, UUID caseId, UUID scoringId, B body) {
        return answer(action, body, caseId, null, scoringId);
    }

    /**
     * Asks something that concerns no case. What it creates has the command's own id, so that a request sent again with its
     * key is the same request.
     */
    public Asked ask(String name, Function<UUID, Object> build) {
        Caller caller = Caller.of(actors.get(), request);
        UUID id = UUID.fromString(new RequestIds(caller.seed(), null, null, null).commandId());
        Map<String, Object> trace = Traces.of(caller, correlation(), name, id.toString(), clock.instant());
        try {
            return new Asked(id, dispatcher.send(build.apply(id), trace));
        } catch (RuntimeException refusal) {
            throw Refused.problem(refusal);
        }
    }

    /** The id of what was asked for, and the version of what it was asked of. */
    public record Asked(UUID id, long version) {}

    private <B> Receipt answer(
            Action<B> action, B body, @Nullable UUID caseId, @Nullable UUID interventionId, @Nullable UUID scoringId) {
        Caller caller = Caller.of(actors.get(), request);
        RequestIds ids = new RequestIds(caller.seed(), caseId, interventionId, scoringId);
        String key = caller.key();
        Map<String, Object> trace =
                new HashMap<>(Traces.of(caller, correlation(), action.name(), ids.commandId(), clock.instant()));
        try {
            if (key != null) {
                String hash = hash(body);
                Optional<IdempotencyKeys.Kept> kept = keys.find(caller.actor().user(), key);
                if (kept.isPresent()) {
                    return new Receipt(ids, OnceOnly.repeat(kept.get(), hash));
                }
                trace.put(OnceOnly.KEY, key);
                trace.put(OnceOnly.REQUEST_HASH, hash);
            }
            return new Receipt(ids, carryOut(action, body, ids, trace));
        } catch (RuntimeException refusal) {
            throw Refused.problem(refusal);
        }
    }

    private <B> long carryOut(Action<B> action, B body, RequestIds ids, Map<String, Object> trace) {
        Draft draft = drafts.draft(ids);
        CaseCommand command = action.build().apply(body, draft);
        return dispatcher.send(Prepared.of(command, draft, trace));
    }

    private static String correlation() {
        return Objects.requireNonNullElseGet(
                Correlation.current(), () -> UUID.randomUUID().toString());
    }

    /** Under a key: the body has clear text in it, and a CPR number is soon guessed. */
    private String hash(Object body) {
        String asked = request.getMethod() + " " + request.getRequestURI() + "\n" + json.writeValueAsString(body);
        return hashes.of("request", asked.getBytes(UTF_8));
    }
}
