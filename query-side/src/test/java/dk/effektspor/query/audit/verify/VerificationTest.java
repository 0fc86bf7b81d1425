package dk.effektspor.query.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.audit.bundle.PersonalField;
import dk.effektspor.query.audit.bundle.SampleBundles;
import dk.effektspor.query.audit.verify.Fault.Kind;
import dk.effektspor.query.ledger.proof.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final SampleBundles CASE = new SampleBundles(200);
    private static final byte[] SOUND = CASE.bundle();

    @Test
    void a_bundle_as_it_was_made_is_sound() {
        Verdict verdict = verdict(SOUND, new Brought(CASE.key(), CASE.earlier()));

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.keyGiven()).isTrue();
        assertThat(verdict.events()).hasSize(200);
        assertThat(verdict.texts(Line.Hidden.WITHHELD)).isZero();
        assertThat(verdict.texts(Line.Hidden.UNPROVABLE)).isOne();
        assertThat(new String(SOUND, UTF_8)).contains(SampleBundles.NAME, "\"catalogue\":\"measures\"");
    }

    @Test
    void changing_any_single_byte_is_detected() {
        // Above the first key bits of every byte lies the bit that keeps it a letter; and a byte that is no text at
        // all.
        int[] changes = {0x01, 0x20, 0x80};
        List<Integer> unnoticed = IntStream.range(0, SOUND.length)
                .parallel()
                .filter(at -> {
                    byte[] changed = SOUND.clone();
                    changed[at] ^= (byte) changes[at % changes.length];
                    // No verdict calls a file sound that is not whole; so only a whole one is worth all the checks.
                    return Wholeness.of(changed) && isSound(changed);
                })
                .boxed()
                .toList();

        assertThat(unnoticed).isEmpty();
    }

    @Test
    void whatever_is_done_to_a_bundle_is_found() {
        Spoilt.of(SOUND).forEach((what, bytes) -> {
            Verdict verdict = Verification.of(bytes, Brought.NOTHING);
            assertThat(verdict == null || !verdict.isSound()).as(what).isTrue();
            assertThat(verdict == null)
                    .as(what)
                    .isEqualTo(Set.of("empty", "something-else", "of-a-later-format")
                            .contains(what));
        });
    }

    @Test
    void each_fault_is_told_with_its_place_and_nature() {
        Map<String, byte[]> spoilt = Spoilt.of(SOUND);

        assertThat(told(spoilt, "other-time")).contains("event 5 EVENT_NOT_IN_LEDGER", "BUNDLE_ALTERED");
        assertThat(told(spoilt, "swapped-events"))
                .contains(
                        "event 6 EVENT_OUT_OF_SEQUENCE",
                        "event 5 EVENT_OUT_OF_SEQUENCE",
                        "event 5 EVENT_BEFORE_THE_LAST",
                        "event 7 EVENT_OUT_OF_SEQUENCE");
        assertThat(told(spoilt, "last-event-missing")).containsExactly("EVENTS_MISCOUNTED", "BUNDLE_ALTERED");
        assertThat(told(spoilt, "other-text")).containsExactly("event 0 /person/name TEXT_UNTRUE", "BUNDLE_ALTERED");
        assertThat(told(spoilt, "text-untold")).containsExactly("event 0 /person/cpr TEXT_UNTOLD", "BUNDLE_ALTERED");
        assertThat(told(spoilt, "without-end")).containsExactly("end LINE_MISSING");
        assertThat(told(spoilt, "catalogue-altered")).containsExactly("CATALOGUE_ALTERED", "BUNDLE_ALTERED");
        assertThat(told(spoilt, "checkpoint-of-other-size")).contains("CHECKPOINT_NOT_SIGNED");
    }

    @Test
    void only_what_may_be_shown_is_shown() {
        byte[] bundle = CASE.bundle(PersonalField.of(List.of("person", "notes")));

        Verdict verdict = verdict(bundle, new Brought(CASE.key(), null));
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.texts(Line.Hidden.WITHHELD)).isGreaterThan(60);
        assertThat(new String(bundle, UTF_8))
                .doesNotContain(SampleBundles.NAME)
                .doesNotContain("Æblegrød")
                .contains("I skole hver dag");
    }

    @Test
    void an_erased_citizens_bundles_old_and_new_are_sound_and_the_new_one_shows_nothing() {
        SampleBundles erased = new SampleBundles(30);
        byte[] before = erased.bundle();
        erased.erase();
        byte[] after = erased.bundle();

        assertThat(verdict(before, new Brought(erased.key(), null)).faults()).isEmpty();
        Verdict verdict = verdict(after, new Brought(erased.key(), null));
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.texts(null)).isZero();
        assertThat(verdict.texts(Line.Hidden.ERASED)).isPositive();
        assertThat(new String(after, UTF_8)).doesNotContain(SampleBundles.NAME, "Hjem igen");
    }

    @Test
    void a_key_that_was_given_before_it_changed_is_followed_to_the_new_one() {
        SigningKey old = SigningKey.generate("effektspor.test");
        SigningKey next = SigningKey.generate("effektspor.test");
        SampleBundles rotated = new SampleBundles(40, old, next);
        byte[] bundle = rotated.bundle();

        assertThat(rotated.key()).isEqualTo(next.verifier());
        assertThat(verdict(bundle, new Brought(old.verifier(), rotated.earlier()))
                        .faults())
                .isEmpty();
        assertThat(verdict(bundle, new Brought(next.verifier(), null)).keyGiven())
                .isTrue();
        assertThat(kinds(verdict(bundle, new Brought(CASE.key(), null)))).containsExactly(Kind.KEY_NOT_THE_GIVEN);
    }

    @Test
    void a_log_that_does_not_continue_what_one_has_kept_is_found() {
        assertThat(kinds(verdict(SOUND, new Brought(null, CASE.latest())))).isEmpty();
        SampleBundles other = new SampleBundles(200);
        assertThat(kinds(verdict(SOUND, new Brought(null, other.earlier())))).containsExactly(Kind.EARLIER_NOT_SIGNED);
        assertThat(kinds(verdict(SOUND, new Brought(null, new SampleBundles(90).earlier()))))
                .containsExactly(Kind.EARLIER_NOT_SIGNED, Kind.EARLIER_WITHOUT_PROOF);
    }

    private static boolean isSound(byte[] bundle) {
        Verdict verdict = Verification.of(bundle, Brought.NOTHING);
        return verdict != null && verdict.isSound();
    }

    private static Verdict verdict(byte[] bundle, Brought brought) {
        return requireNonNull(Verification.of(bundle, brought));
    }

    private static List<Kind> kinds(Verdict verdict) {
        return verdict.faults().stream().map(Fault::kind).toList();
    }

    private static List<String> told(Map<String, byte[]> spoilt, String what) {
        return verdict(requireNonNull(spoilt.get(what)), Brought.NOTHING).faults().stream()
                .map(fault -> (fault.event() == null ? "" : "event " + fault.event() + " ")
                        + (fault.at() == null ? "" : fault.at() + " ")
                        + fault.kind())
                .toList();
    }
}
