package dk.effektspor.query.caseview;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.query.ReplayedHistories;
import dk.effektspor.query.platform.CaseProjection;
import org.springframework.context.annotation.Bean;

class CaseViewReplayTest extends ReplayedHistories {

    CaseViewReplayTest() {
        super("case-view", "case_view_1", Feature.class);
    }

    static class Feature {

        @Bean
        CaseProjection<CaseView> caseViewProjection(MongoDatabase database) {
            return new CaseViewConfiguration().caseViewProjection(new CaseViews(database));
        }
    }
}
