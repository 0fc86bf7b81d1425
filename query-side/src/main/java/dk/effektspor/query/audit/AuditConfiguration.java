package dk.effektspor.query.audit;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.query.ledger.StoredEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditedCases auditedCases(StoredEvents events, CurrentActor actor) {
        return new AuditedCases(events, actor);
    }
}
