package dk.effektspor.query.caseview;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.query.platform.CaseProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseViewConfiguration {

    @Bean
    CaseViews caseViews(MongoDatabase database) {
        return new CaseViews(database);
    }

    @Bean
    CaseProjection<CaseView> caseViewProjection(CaseViews views) {
        return new CaseProjection<>("case-view", new CaseViewFold(), views.store());
    }
}
