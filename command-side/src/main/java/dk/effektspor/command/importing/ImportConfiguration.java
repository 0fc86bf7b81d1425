package dk.effektspor.command.importing;

import dk.effektspor.command.casefile.CaseFileActions;
import dk.effektspor.command.forandringskompas.ForandringskompasActions;
import dk.effektspor.command.indsatstrappe.IndsatstrappeActions;
import dk.effektspor.command.platform.Action;
import dk.effektspor.command.platform.Dispatcher;
import dk.effektspor.command.platform.Drafts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    /** Everything a line can ask for. */
    static List<Action<?>> actions() {
        return Stream.of(CaseFileActions.all(), IndsatstrappeActions.all(), ForandringskompasActions.all())
                .<Action<?>>flatMap(List::stream)
                .toList();
    }

    @Bean
    Imports imports(
            Drafts drafts,
            Dispatcher dispatcher,
            JdbcTemplate jdbc,
            EventStore events,
            JsonMapper json,
            Clock clock,
            @Value("${effektspor.data:./data}") Path data,
            @Value("${effektspor.import.workers:6}") int workers) {
        return new Imports(
                new LineDesk(actions(), drafts, dispatcher, json),
                new ImportRuns(jdbc),
                data.resolve("imports"),
                workers,
                caseId -> events.lastSequenceNumberFor(caseId.toString()),
                clock);
    }
}
