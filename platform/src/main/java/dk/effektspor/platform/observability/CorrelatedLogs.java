package dk.effektspor.platform.observability;

import dk.effektspor.shared.EventTrace;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every log line written while a message is handled carries the correlation id of the request that led to it. */
@Configuration(proxyBeanMethods = false)
class CorrelatedLogs {

    @Bean
    ConfigurerModule correlatedLogsConfigurer() {
        MessageHandlerInterceptor<Message<?>> correlated = (unitOfWork, chain) -> {
            Object correlation = unitOfWork.getMessage().getMetaData().get(EventTrace.CORRELATION);
            if (correlation == null) {
                return chain.proceed();
            }
            try (var ignored = MDC.putCloseable(EventTrace.CORRELATION, correlation.toString())) {
                return chain.proceed();
            }
        };
        return configurer -> {
            configurer.eventProcessing(processing ->
                    processing.registerDefaultHandlerInterceptor((configuration, processor) -> correlated));
            configurer.onInitialize(configuration -> configuration.commandBus().registerHandlerInterceptor(correlated));
        };
    }
}
