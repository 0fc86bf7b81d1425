package dk.effektspor.query.audit.paper;

import dk.effektspor.query.SampleCase;
import dk.effektspor.query.audit.paper.page.Paper;
import dk.effektspor.query.audit.paper.page.Typesetter;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.SigningKey;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A case on paper, without a store: a day passes between one registration and the next. */
final class PaperCase {

    static final Instant BEGAN = Instant.parse("2025-01-06T09:15:30Z");
    static final CitizenId CITIZEN = new CitizenId(new UUID(0, 77));

    final PaperVault vault = new PaperVault();
    final SampleCase sample = new SampleCase(vault, "7101120001", "BBU-NOERREBRO", "2025-0000007");
    final List<CaseEvent> events = new ArrayList<>(sample.events());

    PaperCase note(String text) {
        events.add(sample.note(text, LocalDate.of(2025, 10, 1)));
        return this;
    }

    WholeCase whole() {
        SigningKey key = SigningKey.generate("effektspor.example/log");
        List<Registration> registrations = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            registrations.add(new Registration(
                    events.get(i),
                    new Recorded(
                            i + 1,
                            new UUID(1, i).toString(),
                            BEGAN.plus(Duration.ofDays(i)),
                            Map.of("actor", "anna", "role", "CASEWORKER", "unit", "BBU-NOERREBRO")),
                    100 + i,
                    leaf(i)));
        }
        String text = new Checkpoint("effektspor.example/log", 4711, leaf(-1), List.of()).text();
        return new WholeCase(CITIZEN, registrations, new SignedNote(text, List.of(key.sign(text))), key.verifier());
    }

    static Hash leaf(int number) {
        return MerkleTree.leaf(new byte[] {(byte) number, (byte) (number >> 8)});
    }

    Dossier dossier(TwoClocks clocks, String language) {
        return new Composition(new OpenedTexts(vault), CatalogueLoader.fromClassPath())
                .of(
                        whole(),
                        clocks,
                        new Dossier.Made(Instant.parse("2025-12-01T08:00:00Z"), "revisor", "revisor"),
                        words(language))
                .orElseThrow();
    }

    byte[] history(String language) {
        return pdf(new CasePaper(words(language), "Københavns Kommune").history(dossier(TwoClocks.NOW, language)));
    }

    byte[] insight(Insight insight) {
        return insight(insight, "da");
    }

    byte[] insight(Insight insight, String language) {
        Words words = words(language);
        Dossier extract = new Extract(insight, words).of(dossier(TwoClocks.NOW, language));
        String basis = words.text("basis." + insight.by().name());
        return pdf(new CasePaper(words, "Københavns Kommune").extract(extract, basis, Removals.in(extract, words)));
    }

    static Words words(String language) {
        return new Words(Locale.forLanguageTag(language));
    }

    static byte[] pdf(Paper paper) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            Typesetter.set(paper, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** All the text in the file, in the order in which it is read from the page, lines joined with one space. */
    static String text(byte[] pdf) {
        return text(pdf, 0);
    }

    /** @param page the first page alone if 1, the last two alone if -1, all if 0 */
    static String text(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            if (page > 0) {
                stripper.setEndPage(page);
            } else if (page < 0) {
                stripper.setStartPage(document.getNumberOfPages() - 1);
            }
            return stripper.getText(document).lines().map(String::strip).collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
