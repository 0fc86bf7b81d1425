package dk.effektspor.platform.serialization;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Axon's three serializers, all JSON; only events have logical names. */
@Configuration(proxyBeanMethods = false)
class SerializationConfiguration {

    @Bean
    @Primary
    Serializer serializer() {
        return Json.serializer();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return Json.serializer();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer() {
        return EventSerializer.INSTANCE;
    }

    /** Axon applies every upcaster bean to whatever it reads. */
    @Bean
    EventUpcaster upcasters() {
        return new EventUpcasterChain(StoredPayloads.upcasters());
    }
}
