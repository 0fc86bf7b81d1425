package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.SigningKey;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.Goal;
import dk.effektspor.shared.indsatstrappe.GoalId;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The bundle of an invented case of any length, in a log among other cases. The same every time but for the key. */
public final class SampleBundles {

    public static final String NAME = "Karla Opdigtet";
    public static final String CPR = "610112-0001";
    public static final CaseId CASE = CaseId.of("00000000-0000-4000-8000-00000000c0de");

    private static final CitizenId CITIZEN = CitizenId.of("00000000-0000-4000-8000-000000000002");
    private static final LocalDate OPENED = LocalDate.of(2025, 1, 6);
    private static final Instant FIRST = Instant.parse("2025-01-06T08:00:00Z");

    private final Random random = new Random(4);
    private final SampleVault vault = new SampleVault(random);
    private final List<Long> sizes = new ArrayList<>();
    private final List<SignedNote> checkpoints = new ArrayList<>();
    private final SampleLog log;

    public SampleBundles(int events) {
        this(events, SigningKey.generate(SampleLog.ORIGIN), null);
    }

    /** @param next the key from halfway on, if it changes */
    public SampleBundles(int events, SigningKey key, @Nullable SigningKey next) {
        log = new SampleLog(key);
        for (int i = 0; i < events; i++) {
            // Other cases lie between, now more, now fewer.
            for (int other = random.nextInt(4); other > 0; other--) {
                CaseId another = new CaseId(UUID.nameUUIDFromBytes(new byte[] {(byte) random.nextInt(3)}));
                log.store(another.toString(), note(another, "Andres"), at(i));
            }
            if (next != null && i == events / 2) {
                log.rotate(next, at(i));
            }
            log.store(CASE.toString(), event(i), at(i));
            if (i == events / 3) {
                sizes.add(log.size());
                checkpoints.add(log.checkpointNow());
            }
        }
        log.store("another", note(CASE, "Andres"), at(events));
    }

    public byte[] bundle() {
        return bundle(EnumSet.noneOf(PersonalField.class));
    }

    public byte[] bundle(Set<PersonalField> withheld) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            prepared(withheld).writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Not yet written. */
    Bundle prepared(Set<PersonalField> withheld) {
        return new Bundles(
                        log,
                        log,
                        log,
                        vault,
                        CatalogueLoader.fromClassPath(),
                        Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC))
                .of(new AuditedCases.Door(CASE, CITIZEN), withheld, sizes);
    }

    public VerifierKey key() {
        return log.key();
    }

    /** A checkpoint made after a third of the events, from which the bundle proves the growth. */
    public SignedNote earlier() {
        return checkpoints.get(0);
    }

    /** The checkpoint of the moment. */
    public SignedNote latest() {
        return log.latest();
    }

    /** Stores one more event of the case. */
    void storeAnother() {
        log.store(CASE.toString(), note(CASE, "Senere"), at(0));
    }

    /** Takes an event of the case out of the store. */
    void lose(long sequence) {
        log.lose(CASE.toString(), sequence);
    }

    /** Destroys the citizen's key. */
    public void erase() {
        vault.erase();
    }

    public List<StoredEvent> stored() {
        return log.ofStream(CASE.toString(), 0, Integer.MAX_VALUE);
    }

    private static Instant at(int number) {
        return FIRST.plusSeconds(number * 3_600L);
    }

    private CaseEvent event(int number) {
        LocalDate on = OPENED.plusDays(number / 24);
        return switch (number) {
            case 0 ->
                new CaseOpened(
                        CASE,
                        CITIZEN,
                        new CaseNumber("2025-0000007"),
                        new Person(sealed(CPR), sealed(NAME), sealed("Opdigtet Allé 1"), 2012, "NOERREBRO"),
                        "UBU-13-18",
                        "BBU-NOERREBRO",
                        "mette",
                        on);
            case 1 -> new InterventionDecided(CASE, new InterventionId(new UUID(0, 3)), terms(), on);
            case 2 -> new InterventionStarted(CASE, new InterventionId(new UUID(0, 3)), on);
            case 3 -> new NoteAdded(CASE, new NoteId(new UUID(0, 99)), vault.sealAsBefore("Fra før"), on);
            default -> later(number, on);
        };
    }

    private CaseEvent later(int number, LocalDate on) {
        return switch (number % 6) {
            case 0 -> new CompassScored(CASE, new ScoringId(new UUID(1, number)), scoring(number), on);
            case 1 -> new CaseAssigned(CASE, "søren", on);
            case 2 ->
                new NetworkMeetingHeld(
                        CASE, new MeetingId(new UUID(2, number)), true, sealed("Enige om \"planen\"\n\u0001🍏"), on);
            case 3 -> new CaseTransferred(CASE, "BBU-VALBY", "BBU-NOERREBRO", "anne", sealed("Flyttet"), on);
            default -> note(CASE, "Æblegrød på Nørrebro, " + number);
        };
    }

    private NoteAdded note(CaseId caseId, String text) {
        byte[] id = (caseId + text + log.size()).getBytes(UTF_8);
        return new NoteAdded(caseId, new NoteId(UUID.nameUUIDFromBytes(id)), sealed(text), OPENED);
    }

    private SealedText sealed(String clear) {
        return vault.seal(CITIZEN, clear);
    }

    private Terms terms() {
        return new Terms(
                "HJEM",
                new LegalBasis(Law.BL, "§32 stk. 1 nr. 2"),
                "KBH-TPF",
                2,
                "HJEMMEHOS-A",
                null,
                OPENED,
                LocalDate.of(2026, 2, 2),
                List.of(new Goal(new GoalId(new UUID(0, 4)), sealed("I skole hver dag"))),
                sealed("Hjem igen"),
                null,
                RightStep.RIGHT,
                13,
                null,
                sealed("Der er brug for ro"));
    }

    private Scoring scoring(int number) {
        return new Scoring(
                "UBU-13-18",
                "1",
                Rater.EMPLOYEE,
                Occasion.FOLLOW_UP,
                null,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(dimension -> new DimensionScore(
                                dimension, 1 + number % 10, null, null, dimension == 1 ? sealed("Godt") : null))
                        .toList());
    }
}
