package dk.effektspor.command.platform;

import dk.effektspor.command.AccessRefused;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.VersionConflict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Carries the domain's refusals over the bus: an exception of ours would not survive the way through Axon Server, the
 * details of a {@link CommandExecutionException} do.
 */
public final class Refusals implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** What was refused, as it travels. */
    public record Refusal(Kind kind, String code, Map<String, Object> facts) {

        /** Which of our exceptions it was. */
        public enum Kind {
            RULE,
            ACCESS,
            VERSION
        }
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (!Declined.allowed(unitOfWork.getMessage().getMetaData())) {
            return carriedOver(chain);
        }
        try {
            return chain.proceed();
        } catch (RuleViolation | AccessRefused | VersionConflict | AggregateNotFoundException e) {
            return new Declined(e);
        }
    }

    private static Object carriedOver(InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (RuleViolation e) {
            throw wrapped(e, Refusal.Kind.RULE, e.code(), e.facts());
        } catch (AccessRefused e) {
            throw wrapped(e, Refusal.Kind.ACCESS, e.code(), e.facts());
        } catch (VersionConflict e) {
            throw wrapped(e, Refusal.Kind.VERSION, "version", Map.of("expected", e.expected(), "actual", e.actual()));
        }
    }

    private static CommandExecutionException wrapped(
            Exception cause, Refusal.Kind kind, String code, Map<String, Object> facts) {
        Map<String, Object> portable = new LinkedHashMap<>();
        facts.forEach((name, value) -> portable.put(name, value instanceof Number ? value : value.toString()));
        return new CommandExecutionException(cause.getMessage(), cause, new Refusal(kind, code, portable));
    }

    /** The domain's refusal in what the command gateway threw, if it was one. */
    public static Optional<RuntimeException> unwrap(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HandlerExecutionException e) {
                Optional<RuntimeException> refusal = e.<Object>getDetails()
                        .filter(Refusal.class::isInstance)
                        .map(details -> restored((Refusal) details));
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private static RuntimeException restored(Refusal refusal) {
        return switch (refusal.kind()) {
            case RULE -> new RuleViolation(refusal.code(), refusal.facts());
            case ACCESS -> new AccessRefused(refusal.code(), refusal.facts());
            case VERSION -> new VersionConflict(number(refusal, "expected"), number(refusal, "actual"));
        };
    }

    private static long number(Refusal refusal, String fact) {
        return refusal.facts().get(fact) instanceof Number n ? n.longValue() : -1;
    }
}
