package dk.effektspor.command.erasure;

import dk.effektspor.command.platform.CaseRegister;
import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.vault.Forgetting;
import dk.effektspor.platform.vault.Forgetting.Standing;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.citizen.CitizenEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Citizens as the event store knows them, and whose they are. */
final class Citizens {

    private final Forgetting forgetting;
    private final CaseRegister register;
    private final EventStore events;

    Citizens(Forgetting forgetting, CaseRegister register, EventStore events) {
        this.forgetting = forgetting;
        this.register = register;
        this.events = events;
    }

    /** What has been decided about a citizen, and the version of the stream that says so. */
    record Told(CitizenStory story, long version) {}

    Told told(CitizenId citizen) {
        CitizenStory story = CitizenStory.NOTHING;
        long version = 0;
        DomainEventStream stream = events.readEvents(citizen.toString());
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            Map<String, Object> trace = message.getMetaData();
            story = story.after(
                    (CitizenEvent) message.getPayload(),
                    String.valueOf(trace.get(EventTrace.ACTOR)),
                    String.valueOf(trace.get(EventTrace.ROLE)),
                    message.getTimestamp());
            version = message.getSequenceNumber() + 1;
        }
        return new Told(story, version);
    }

    /** Refuses an id that belongs to nobody. */
    void refuseUnknown(CitizenId citizen) {
        if (forgetting.standing(citizen) == Standing.UNKNOWN) {
            throw new Problem(404, "citizen.unknown", Map.of("citizenId", citizen.toString()));
        }
    }

    /** Refuses a team leader none of whose units is responsible for a case of the citizen. */
    void refuseOutOfReach(CitizenId citizen, Actor actor) {
        Set<String> units = new TreeSet<>();
        register.casesOf(citizen).forEach(caseId -> units.addAll(unitOf(caseId)));
        if (actor.role() == Role.TEAM_LEADER && units.stream().noneMatch(actor::maySeeCasesOf)) {
            throw new Problem(403, "access.other-unit", Map.of("unit", String.join(", ", units)));
        }
    }

    /** The unit responsible for a case now; none for a case that was only reserved. */
    private Set<String> unitOf(CaseId caseId) {
        Set<String> unit = Set.of();
        DomainEventStream stream = events.readEvents(caseId.toString());
        while (stream.hasNext()) {
            Object event = stream.next().getPayload();
            if (event instanceof CaseOpened opened) {
                unit = Set.of(opened.unit());
            } else if (event instanceof CaseTransferred transferred) {
                unit = Set.of(transferred.toUnit());
            }
        }
        return unit;
    }

    /** How many cases and events of them there are, none of which is touched. */
    Kept kept(CitizenId citizen) {
        int cases = 0;
        long stored = 0;
        for (CaseId caseId : register.casesOf(citizen)) {
            long there = events.lastSequenceNumberFor(caseId.toString())
                    .map(last -> last + 1)
                    .orElse(0L);
            cases += there > 0 ? 1 : 0;
            stored += there;
        }
        return new Kept(cases, stored);
    }

    /** What stays, in ciphertext. */
    record Kept(int cases, long events) {}
}
