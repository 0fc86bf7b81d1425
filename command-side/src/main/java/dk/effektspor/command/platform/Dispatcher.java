package dk.effektspor.command.platform;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.RemoteHandlingException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Sends commands to their case, again if another one came first, and answers with the case's version. */
public final class Dispatcher {

    private static final int ATTEMPTS = 6;
    private static final long LONGEST_WAIT_SECONDS = 30;

    /** Axon Server's code for an event whose place in the stream is taken. */
    private static final String PLACE_TAKEN = "AXONIQ-2000";

    private final CommandGateway gateway;
    private final OneTransaction oneTransaction;

    Dispatcher(CommandGateway gateway, OneTransaction oneTransaction) {
        this.gateway = gateway;
        this.oneTransaction = oneTransaction;
    }

    /**
     * Sends a command.
     *
     * @throws RuntimeException what the case or its store refused it with, to be told by {@link Refused}
     */
    public long send(Prepared command) {
        return send(command.command(), command.metaData());
    }

    /** Sends a command of any aggregate that answers with its version. */
    public long send(Object command, Map<String, Object> trace) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(new GenericCommandMessage<>(command, trace));
            } catch (CompletionException e) {
                RuntimeException cause = told(e.getCause() instanceof RuntimeException known ? known : e);
                // Another command of the same case came first. That Axon Server is away the gateway has seen to.
                if (!(cause instanceof ConcurrencyException) || attempt == ATTEMPTS) {
                    throw cause;
                }
                pause(attempt);
            }
        }
    }

    /** Whether several commands can share a transaction here. */
    public boolean sendsTogether() {
        return oneTransaction.possible();
    }

    /**
     * Sends several commands in one transaction, in this order; once, for the caller to repeat them one by one.
     *
     * @return for each the version its case then has, or what refused it
     * @throws CutShort if one of them could be neither carried out nor refused; then none was carried out
     * @throws RuntimeException if the transaction could not be committed
     */
    public List<Answer> sendTogether(List<Prepared> commands) {
        return oneTransaction.send(commands);
    }

    private long once(CommandMessage<?> command) {
        CompletableFuture<Object> answer = gateway.send(command);
        Object version =
                answer.orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS).join();
        return ((Number) version).longValue();
    }

    /** A lost race comes through Axon Server in words only. */
    static RuntimeException told(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemoteHandlingException remote
                    && remote.getExceptionDescriptions().stream().anyMatch(d -> d.contains(PLACE_TAKEN))) {
                return new ConcurrencyException("Another event has the place in the stream", failure);
            }
        }
        return failure;
    }

    private static void pause(int attempt) {
        long millis = ThreadLocalRandom.current().nextLong(5, 10L << attempt);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
