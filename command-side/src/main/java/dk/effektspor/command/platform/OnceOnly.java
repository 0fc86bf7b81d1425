package dk.effektspor.command.platform;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CaseNumber;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the Idempotency-Key and the case number's reservation in the transaction that stores the events: either all of
 * it happened or nothing. Of two equal requests at once the second waits here for the first and then repeats its answer.
 */
final class OnceOnly implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String KEY = "idempotencyKey";
    static final String REQUEST_HASH = "requestHash";
    static final String RESERVED = "reservedCaseNumber";
    static final String KEY_REUSED = "idempotency.key-reused";

    private final IdempotencyKeys keys;
    private final CaseRegister register;
    private final TransactionManager transactions;

    /** @param transactions for the commands that store more than events; the others share the event store's own */
    OnceOnly(IdempotencyKeys keys, CaseRegister register, TransactionManager transactions) {
        this.keys = keys;
        this.register = register;
        this.transactions = transactions;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        MetaData trace = unit.getMessage().getMetaData();
        if (!(unit.getMessage().getPayload() instanceof CaseCommand command)) {
            return chain.proceed();
        }
        Object key = trace.get(KEY);
        if (key != null || trace.containsKey(RESERVED)) {
            unit.attachTransaction(transactions);
        }
        if (key == null) {
            return carryOut(command, trace, chain);
        }
        String actor = String.valueOf(trace.get(EventTrace.ACTOR));
        String hash = String.valueOf(trace.get(REQUEST_HASH));
        if (!keys.claim(actor, key.toString(), hash, command.caseId().value())) {
            return keys.find(actor, key.toString())
                    .map(kept -> repeat(kept, hash))
                    .orElseThrow(() -> new IllegalStateException("An idempotency key was taken and is gone"));
        }
        Object version = carryOut(command, trace, chain);
        keys.settle(actor, key.toString(), ((Number) version).longValue());
        return version;
    }

    /** The version the first request was answered with, unless this is another request. */
    static Long repeat(IdempotencyKeys.Kept kept, String hash) {
        if (!kept.requestHash().equals(hash)) {
            throw new RuleViolation(KEY_REUSED, Map.of());
        }
        return kept.version();
    }

    private Object carryOut(CaseCommand command, MetaData trace, InterceptorChain chain) throws Exception {
        Object reserved = trace.get(RESERVED);
        if (reserved != null) {
            register.confirm(command.caseId(), new CaseNumber(reserved.toString()));
        }
        return chain.proceed();
    }
}
