package dk.effektspor.query.timeline;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.query.platform.CaseProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimelineConfiguration {

    @Bean
    Timelines timelines(MongoDatabase database) {
        return new Timelines(database);
    }

    @Bean
    CaseProjection<TimelinePage> timelineProjection(Timelines timelines) {
        return new CaseProjection<>("timeline-view", new TimelineFold(), timelines.store(), TimelinePage.PAGING);
    }
}
