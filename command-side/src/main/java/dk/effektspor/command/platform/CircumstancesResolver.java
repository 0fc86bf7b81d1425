package dk.effektspor.command.platform;

import dk.effektspor.command.Circumstances;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.catalogue.Catalogue;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/**
 * Lets every command handler ask for its {@link Circumstances}, made of the command's metadata and the catalogue. A
 * command without the metadata is not handled: a caller whose reach is unknown has none.
 */
public final class CircumstancesResolver implements ParameterResolverFactory, ParameterResolver<Circumstances> {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private final Catalogue catalogue;
    private final int futureDays;

    /** @param futureDays how many days ahead of today a fact may be dated */
    public CircumstancesResolver(Catalogue catalogue, int futureDays) {
        this.catalogue = catalogue;
        this.futureDays = futureDays;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Circumstances.class ? this : null;
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof CommandMessage;
    }

    @Override
    public Circumstances resolveParameterValue(Message<?> message) {
        MetaData metaData = message.getMetaData();
        Instant receivedAt = (Instant) required(metaData, CommandTrace.RECEIVED_AT);
        LocalDate today = LocalDate.ofInstant(receivedAt, DENMARK);
        Object expected = metaData.get(CommandTrace.EXPECTED_VERSION);
        return new Circumstances(
                today,
                today.plusDays(futureDays),
                catalogue,
                scope(required(metaData, CommandTrace.SCOPE).toString()),
                expected == null ? null : Long.valueOf(expected.toString()),
                required(metaData, EventTrace.COMMAND_ID).toString());
    }

    private static @Nullable Set<String> scope(String scope) {
        return scope.equals(CommandTrace.UNBOUND) ? null : Set.copyOf(Arrays.asList(scope.split(",")));
    }

    private static Object required(MetaData metaData, String key) {
        Object value = metaData.get(key);
        if (value == null) {
            throw new IllegalStateException("The command carries no " + key);
        }
        return value;
    }
}
