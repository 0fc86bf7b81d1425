package dk.effektspor.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.vault.Vault;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.platform.Freshness;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.ReadSide;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import dk.effektspor.shared.privacy.SealedText;
import jakarta.servlet.ServletException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Revision;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Case view and timeline on an event store of their own, fed facts with their dates, and asked on a given day. */
final class AskedReadSide implements AutoCloseable {

    private final ReadSide readSide;
    private final MockMvc http;

    AskedReadSide(String mongoUri, LocalDate today) {
        readSide = ReadSide.start(new InMemoryEventStorageEngine(), mongoUri, Wiring.class);
        http = readSide.bean(MockMvc.class);
        today(today);
    }

    void today(LocalDate day) {
        readSide.bean(Today.class).day = day;
    }

    /** Some facts of one case, which number themselves in this order; each keeps its id and when it was recorded. */
    void publish(List<Fact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            CaseEvent event = facts.get(i).event();
            readSide.bean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>(
                            "CaseFile",
                            event.caseId().toString(),
                            i,
                            event,
                            facts.get(i).recorded().trace(),
                            facts.get(i).recorded().eventId(),
                            facts.get(i).recorded().recordedAt()));
        }
    }

    void awaitViews() {
        readSide.awaitViews();
    }

    /** What is answered; of a problem its code. */
    JsonNode ask(String address) {
        try {
            MockHttpServletResponse answer = http.perform(MockMvcRequestBuilders.get(address))
                    .andReturn()
                    .getResponse();
            return JsonMapper.shared().readTree(answer.getContentAsByteArray());
        } catch (ServletException refused) {
            if (refused.getRootCause() instanceof Problem problem) {
                return JsonMapper.shared().createObjectNode().put("problem", problem.code());
            }
            throw new AssertionError(address, refused);
        } catch (Exception e) {
            throw new AssertionError(address, e);
        }
    }

    @Override
    public void close() {
        readSide.close();
    }

    private static final class Today extends Clock {

        private volatile LocalDate day = LocalDate.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** Not annotated as a configuration: the application's own scan must not find it. */
    @ComponentScan({"dk.effektspor.query.caseview", "dk.effektspor.query.timeline", "dk.effektspor.query.history"})
    static class Wiring {

        @Bean
        Today today() {
            return new Today();
        }

        @Bean
        MockMvc http(ApplicationContext context) {
            return MockMvcBuilders.standaloneSetup(context.getBeansWithAnnotation(RestController.class)
                            .values()
                            .toArray())
                    .build();
        }

        @Bean
        Catalogue catalogue() {
            return CatalogueLoader.fromClassPath();
        }

        @Bean
        CurrentActor auditor() {
            CurrentActor actor = mock(CurrentActor.class, withSettings().stubOnly());
            when(actor.get()).thenReturn(new Actor("revisor", Role.AUDITOR, null, Set.of()));
            return actor;
        }

        @Bean
        Vault vault() {
            Vault vault = mock(Vault.class, withSettings().stubOnly());
            when(vault.open(any(), any()))
                    .thenAnswer(call -> call.getArgument(1, SealedText.class).ciphertext());
            return vault;
        }

        @Bean
        OpenedTexts texts(Vault vault) {
            return new OpenedTexts(vault);
        }

        @Bean
        Looked nobodyLooks() {
            return mock(Looked.class, withSettings().stubOnly());
        }

        /** The views are awaited before they are asked. */
        @Bean
        Freshness freshEnough() {
            return mock(Freshness.class, withSettings().stubOnly());
        }

        @Bean
        StoredEvents storedEvents(EventStore events) {
            return new StoredByAxon(events);
        }
    }

    /** The stored form of what is in Axon's store. */
    private record StoredByAxon(EventStore events) implements StoredEvents {

        @Override
        public List<StoredEvent> after(long globalIndex, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> ofStream(String stream, long fromSequence, int limit) {
            return events.readEvents(stream, fromSequence)
                    .asStream()
                    .limit(limit)
                    .map(StoredByAxon::stored)
                    .toList();
        }

        @Override
        public Optional<StoredEvent> withId(String eventId) {
            throw new UnsupportedOperationException();
        }

        private static StoredEvent stored(DomainEventMessage<?> message) {
            CaseEvent event = (CaseEvent) message.getPayload();
            return new StoredEvent(
                    0,
                    message.getIdentifier(),
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber(),
                    message.getType(),
                    message.getTimestamp().toString(),
                    event.eventName(),
                    event.getClass().getAnnotation(Revision.class).value(),
                    ViewJson.write(event).getBytes(UTF_8),
                    ViewJson.write(Map.of()).getBytes(UTF_8));
        }
    }
}
