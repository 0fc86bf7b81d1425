package dk.effektspor.query.audit.paper;

import dk.effektspor.query.caseview.CaseHeader;
import dk.effektspor.query.caseview.CaseView;
import dk.effektspor.query.caseview.CaseViewFold;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.timeline.CatalogueNames;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a dossier of a case that has been read: told in words, as seen from two clocks. */
final class Composition {

    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");

    private final OpenedTexts texts;
    private final Catalogue catalogue;

    Composition(OpenedTexts texts, Catalogue catalogue) {
        this.texts = texts;
        this.catalogue = catalogue;
    }

    /** Empty if the case was not known, or not yet opened, by these clocks. */
    Optional<Dossier> of(WholeCase whole, TwoClocks clocks, Dossier.Made made, Words words) {
        List<dk.effektspor.query.clocks.Fact> all = whole.registrations().stream()
                .map(one -> new dk.effektspor.query.clocks.Fact(one.event(), one.recorded()))
                .toList();
        int knownCount = new TwoClocks(null, clocks.knownAt()).of(all).size();
        List<dk.effektspor.query.clocks.Fact> told = clocks.of(all);
        CaseView view = view(told);
        if (view == null) {
            return Optional.empty();
        }
        List<Registration> known = whole.registrations().subList(0, knownCount);
        EntriesOf entries = new EntriesOf(known, whole.citizen(), texts, catalogue, words);
        Set<Long> versions =
                told.stream().map(fact -> fact.recorded().version()).collect(Collectors.toSet());
        return Optional.of(new Dossier(
                view.header().caseNumber().value(),
                about(view.header(), whole.citizen(), words),
                new Dossier.Span(clocks.validAt(), clocks.knownAt()),
                made,
                new SummaryOf(catalogue, words).of(view, today(clocks, made)),
                known.stream()
                        .filter(one -> versions.contains(one.recorded().version()))
                        .map(entries::tell)
                        .toList(),
                knownCount - versions.size(),
                texts.isErased(whole.citizen(), view.header().person().cpr()),
                whole.seal(knownCount)));
    }

    private static LocalDate today(TwoClocks clocks, Dossier.Made made) {
        LocalDate validAt = clocks.validAt();
        return validAt != null
                ? validAt
                : LocalDate.ofInstant(clocks.knownAt() == null ? made.at() : clocks.knownAt(), HERE);
    }

    private static @Nullable CaseView view(List<dk.effektspor.query.clocks.Fact> told) {
        if (told.isEmpty()) {
            return null;
        }
        CaseViewFold fold = new CaseViewFold();
        CaseView view = null;
        for (dk.effektspor.query.clocks.Fact fact : told) {
            view = fold.apply(view, fact.event(), fact.recorded());
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
