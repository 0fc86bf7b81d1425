package dk.effektspor.query.audit.paper;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.caseview.CaseHeader;
import dk.effektspor.query.caseview.CaseView;
import dk.effektspor.query.caseview.CaseViewFold;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.timeline.CatalogueNames;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.privacy.SealedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a dossier of a case for whoever is asking. */
final class Dossiers {

    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");

    private final WholeCases cases;
    private final OpenedTexts texts;
    private final Catalogue catalogue;
    private final CurrentActor actor;
    private final Clock clock;

    Dossiers(WholeCases cases, OpenedTexts texts, Catalogue catalogue, CurrentActor actor, Clock clock) {
        this.cases = cases;
        this.texts = texts;
        this.catalogue = catalogue;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Problem 404 {@code case.unknown} also for a case of which nothing was known yet */
    Dossier of(CaseId caseId, @Nullable Instant knownAt, Words words) {
        WholeCase whole = cases.read(caseId, knownAt);
        CaseView view = view(whole.registrations());
        if (view == null) {
            throw new Problem(404, "case.unknown", Map.of("caseId", caseId.toString()));
        }
        Instant now = clock.instant();
        LocalDate until = LocalDate.ofInstant(knownAt == null ? now : knownAt, HERE);
        EntriesOf entries = new EntriesOf(whole.registrations(), whole.citizen(), texts, catalogue, words);
        Actor by = actor.get();
        return new Dossier(
                view.header().caseNumber().value(),
                about(view.header(), whole.citizen(), words),
                new Dossier.Span(null, knownAt),
                new Dossier.Made(now, by.user(), words.text("Role." + by.role().name())),
                new SummaryOf(catalogue, words).of(view, until),
                whole.registrations().stream().map(entries::tell).toList(),
                0,
                whole.seal());
    }

    private static @Nullable CaseView view(List<Registration> registrations) {
        CaseViewFold fold = new CaseViewFold();
        CaseView view = null;
        for (Registration registration : registrations) {
            view = fold.apply(view, registration.event(), registration.recorded());
        }
        return view;
    }

    private List<Fact> about(CaseHeader header, CitizenId citizen, Words words) {
        CatalogueNames names = new CatalogueNames(catalogue, words.language());
        List<Fact> about = new ArrayList<>();
        SealedText address = header.person().address();
        about.add(text("person.name", open(citizen, header.person().name(), words), words));
        about.add(text("person.cpr", open(citizen, header.person().cpr(), words), words));
        if (address != null) {
            about.add(text("person.address", open(citizen, address, words), words));
        }
        about.add(choice("targetGroup", names.targetGroup(header.targetGroup()), words));
        about.add(choice("unit", names.unit(header.unit()), words));
        about.add(new Fact(
                "caseworker", words.text("field.caseworker"), Passage.of(header.caseworker()), Fact.Kind.EMPLOYEE));
        about.add(choice("opened", words.date(header.openedOn()), words));
        LocalDate closedOn = header.closedOn();
        if (closedOn != null) {
            about.add(choice("closed", words.date(closedOn), words));
        }
        return about;
    }

    private String open(CitizenId citizen, SealedText sealed, Words words) {
        return texts.open(citizen, sealed, words.language());
    }

    private static Fact text(String path, String text, Words words) {
        return new Fact(path, words.text("field." + path), Passage.of(text), Fact.Kind.TEXT);
    }

    private static Fact choice(String path, String text, Words words) {
        return new Fact(path, words.text("field." + path), Passage.of(text), Fact.Kind.CHOICE);
    }
}
