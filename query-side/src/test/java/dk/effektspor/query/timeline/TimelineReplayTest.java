package dk.effektspor.query.timeline;

import dk.effektspor.query.ReplayedHistories;

class TimelineReplayTest extends ReplayedHistories {

    TimelineReplayTest() {
        super("timeline-view", "timeline_view_2", TimelineConfiguration.class);
    }
}
