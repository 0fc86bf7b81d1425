package dk.effektspor.query.audit;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.ledger.StoredEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditedCases auditedCases(StoredEvents events, CurrentActor actor, Looked looked) {
        return new AuditedCases(events, actor, looked);
    }
}
