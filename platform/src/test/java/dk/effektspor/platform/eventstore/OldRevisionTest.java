package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.PlatformApplication;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class OldRevisionTest {

    @TempDir
    Path data;

    @Test
    void a_row_stored_in_the_first_revision_is_read_as_the_event_of_today() throws Exception {
        byte[] stored =
                Files.readAllBytes(Path.of("src/test/resources/events/indsatstrappe.intervention-ended-1.json"));
        String caseId = EventSamples.CASE.toString();
        try (ConfigurableApplicationContext context = PlatformApplication.start(data)) {
            context.getBean(JdbcTemplate.class).update("""
                            INSERT INTO event (aggregate_identifier, sequence_number, event_identifier, type, time_stamp,
                                payload_type, payload_revision, payload, meta_data)
                            VALUES (?, 0, 'e', 'CaseFile', '2016-01-04T08:00:00.000Z',
                                'indsatstrappe.intervention-ended', '1', ?, '{}'::bytea)
                            """, caseId, stored);
            InterventionEnded today = EventSamples.all().stream()
                    .filter(InterventionEnded.class::isInstance)
                    .map(InterventionEnded.class::cast)
                    .findFirst()
                    .orElseThrow();

            assertThat(context.getBean(EventStore.class)
                            .readEvents(caseId)
                            .next()
                            .getPayload())
                    .isEqualTo(today);
        }
    }
}
