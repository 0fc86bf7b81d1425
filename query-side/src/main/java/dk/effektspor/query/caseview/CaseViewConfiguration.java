package dk.effektspor.query.caseview;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.query.platform.CaseProjection;
import dk.effektspor.query.platform.Freshness;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseViewConfiguration {

    @Bean
    CaseViews caseViews(MongoDatabase database) {
        return new CaseViews(database);
    }

    @Bean
    ReadableCases readableCases(CaseViews views, Freshness freshness, CurrentActor actor) {
        return new ReadableCases(views, freshness, actor);
    }

    @Bean
    CaseProjection<CaseView> caseViewProjection(CaseViews views) {
        return new CaseProjection<>("case-view", new CaseViewFold(), views.store());
    }
}
