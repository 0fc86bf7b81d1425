package dk.effektspor.query.caseview;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.history.CaseHistories;
import dk.effektspor.query.platform.CaseProjection;
import dk.effektspor.query.platform.Freshness;
import dk.effektspor.query.platform.Projections;
import dk.effektspor.query.platform.WholeViews;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class CaseViewConfiguration {

    @Bean
    CaseViews caseViews(MongoDatabase database) {
        return new CaseViews(database);
    }

    @Bean
    ReadableCases readableCases(
            CaseViews views, Freshness freshness, CurrentActor actor, Looked looked, CaseHistories histories) {
        return new ReadableCases(views, freshness, actor, looked, histories);
    }

    @Bean
    CaseProjection<CaseView> caseViewProjection(CaseViews views) {
        return new CaseProjection<>(CaseViews.FORM, new CaseViewFold(), views.store());
    }

    @Bean
    WebMvcConfigurer wholeCaseView(Projections projections) {
        return WholeViews.guarding(
                projections,
                CaseViews.FORM.group(),
                List.of("/api/v1/cases", "/api/v1/cases/**"),
                "/api/v1/cases/*/timeline");
    }
}
