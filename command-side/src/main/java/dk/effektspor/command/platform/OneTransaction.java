package dk.effektspor.command.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Several commands in one transaction, so that they share its commit: each in a unit of work of its own, nested in that
 * of the transaction. A refusal comes before anything has changed; it is handed back as an answer, since an exception
 * would take the whole transaction with it.
 */
final class OneTransaction {

    private final CommandGateway gateway;
    private final TransactionManager transactions;
    private final boolean possible;

    OneTransaction(CommandGateway gateway, CommandBus bus, TransactionManager transactions) {
        this.gateway = gateway;
        this.transactions = transactions;
        // Through Axon Server each command is handled on a thread, and in a transaction, of its own.
        this.possible = bus instanceof SimpleCommandBus;
    }

    boolean possible() {
        return possible;
    }

    List<Answer> send(List<Prepared> commands) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(commands.size()));
        try {
            unit.attachTransaction(transactions);
            List<Answer> answers = new ArrayList<>(commands.size());
            for (Prepared command : commands) {
                answers.add(answer(command, answers.size()));
            }
            unit.commit();
            return answers;
        } catch (RuntimeException e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }

    private Answer answer(Prepared command, int place) {
        Object answer;
        try {
            answer = gateway.send(command.message().andMetaData(Declined.ALLOWED))
                    .join();
        } catch (CompletionException e) {
            throw new CutShort(place, e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            throw new CutShort(place, e);
        }
        return answer instanceof Declined declined
                ? new Answer(0, declined.why())
                : new Answer(((Number) answer).longValue(), null);
    }
}
