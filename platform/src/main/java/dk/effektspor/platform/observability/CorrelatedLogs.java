package dk.effektspor.platform.observability;

import dk.effektspor.shared.EventTrace;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every log line written while a message is handled carries the correlation id of the request that led to it. */
@Configuration(proxyBeanMethods = false)
class CorrelatedLogs {

    @Bean
    ConfigurerModule correlatedProjections() {
        return configurer -> configurer.eventProcessing(processing ->
                processing.registerDefaultHandlerInterceptor((configuration, processor) -> CorrelatedLogs::correlated));
    }

    /** Once all beans are there: asking Axon's configuration for the bus any earlier closes a circle with Axon Server. */
    @Bean
    SmartInitializingSingleton correlatedCommands(CommandBus commands) {
        return () -> commands.registerHandlerInterceptor(CorrelatedLogs::correlated);
    }

    private static @Nullable Object correlated(UnitOfWork<? extends Message<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Object correlation = unitOfWork.getMessage().getMetaData().get(EventTrace.CORRELATION);
        if (correlation == null) {
            return chain.proceed();
        }
        String before = MDC.get(EventTrace.CORRELATION);
        MDC.put(EventTrace.CORRELATION, correlation.toString());
        try {
            return chain.proceed();
        } finally {
            restore(before);
        }
    }

    /** The request that sent the message may go on in the same thread. */
    private static void restore(@Nullable String before) {
        if (before == null) {
            MDC.remove(EventTrace.CORRELATION);
        } else {
            MDC.put(EventTrace.CORRELATION, before);
        }
    }
}
