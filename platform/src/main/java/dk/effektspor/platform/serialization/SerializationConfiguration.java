package dk.effektspor.platform.serialization;

import dk.effektspor.shared.upcast.InterventionEnded1To2;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
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
        return new EventSerializer();
    }

    /** Axon applies every upcaster bean, in this order, to whatever it reads. */
    @Bean
    EventUpcaster interventionEnded1To2() {
        return new InterventionEnded1To2();
    }
}
