package dk.effektspor.command.platform;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.shared.casefile.CaseNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

    Dispatcher(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends a command.
     *
     * @param draft what the command was built from; a case number reserved in it is confirmed with the command
     * @throws RuntimeException what the case or its store refused it with, to be told by {@link Refused}
     */
    public long send(CaseCommand command, Draft draft, Map<String, Object> trace) {
        Map<String, Object> metaData = new HashMap<>(trace);
        CaseNumber reserved = draft.reserved();
        if (reserved != null) {
            metaData.put(OnceOnly.RESERVED, reserved.value());
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(command, metaData);
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

    private long once(CaseCommand command, Map<String, Object> metaData) {
        CompletableFuture<Object> answer = gateway.send(new GenericCommandMessage<>(command, metaData));
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
