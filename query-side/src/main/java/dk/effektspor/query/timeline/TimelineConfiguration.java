package dk.effektspor.query.timeline;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.query.platform.CaseProjection;
import dk.effektspor.query.platform.Projections;
import dk.effektspor.query.platform.WholeViews;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class TimelineConfiguration {

    @Bean
    Timelines timelines(MongoDatabase database) {
        return new Timelines(database);
    }

    @Bean
    CaseProjection<TimelinePage> timelineProjection(Timelines timelines) {
        return new CaseProjection<>(Timelines.FORM, new TimelineFold(), timelines.store(), TimelinePage.PAGING);
    }

    @Bean
    WebMvcConfigurer wholeTimelineView(Projections projections) {
        return WholeViews.guarding(projections, Timelines.FORM.group(), List.of("/api/v1/cases/*/timeline"));
    }
}
