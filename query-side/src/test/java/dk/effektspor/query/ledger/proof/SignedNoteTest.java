package dk.effektspor.query.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** From the documentation of Go's golang.org/x/mod/sumdb/note, whose format C2SP signed-note is. */
    private static final VerifierKey PETER =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final String FROM_GO = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private final SigningKey key = SigningKey.generate("effektspor.local/log");
    private final Checkpoint checkpoint =
            new Checkpoint("effektspor.local/log", 7, MerkleTree.leaf(new byte[0]), List.of("effektspor-access 3 abc"));

    @Test
    void a_note_signed_by_another_implementation_is_read_and_holds() {
        SignedNote note = SignedNote.parse(FROM_GO);
        assertThat(PETER.verify(note)).isTrue();
        assertThat(note.render()).isEqualTo(FROM_GO);
        assertThat(PETER.verify(new SignedNote(note.text().replace('k', 'K'), note.signatures())))
                .isFalse();
    }

    @Test
    void what_is_signed_is_known_by_its_key_and_by_no_other() {
        SignedNote note = new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text())));
        SignedNote read = SignedNote.parse(note.render());
        assertThat(Checkpoint.parse(read.text())).isEqualTo(checkpoint);
        assertThat(VerifierKey.parse(key.verifier().text()).verify(read)).isTrue();
        assertThat(SigningKey.generate("effektspor.local/log").verifier().verify(read))
                .isFalse();
    }

    @Test
    void a_key_read_back_signs_as_before() {
        SigningKey read = SigningKey.parse(key.secret());
        assertThat(key.verifier().verify(new SignedNote("text\n", List.of(read.sign("text\n")))))
                .isTrue();
        String mixed = key.secret().lines().toList().get(0) + "\n"
                + SigningKey.generate("effektspor.local/log").verifier().text();
        assertThatThrownBy(() -> SigningKey.parse(mixed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_witness_signs_the_time_too() {
        SigningKey witness = SigningKey.generate("witness.example", VerifierKey.WITNESS);
        SignedNote note = new SignedNote(checkpoint.text(), List.of(witness.sign(checkpoint.text(), 1_700_000_000)));
        assertThat(witness.verifier().verify(SignedNote.parse(note.render()))).isTrue();
        byte[] later = note.signatures().get(0).bytes();
        later[7]++;
        assertThat(witness.verifier().verify(checkpoint.text(), later)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no signature\n",
                "none either\n\n",
                "no end\n\n\u2014 a AAAAAAA=",
                "no dash\n\n- a AAAAAAA=\n",
                "stray bits\n\n\u2014 a AAAAAAB=\n",
                "no key\n\n\u2014  AAAAAAA=\n",
                "too short\n\n\u2014 a AAAAAA==\n",
                "carriage return\n\n\u2014 a AAAAAAA=\r\n",
                "an empty line\n\n\u2014 a AAAAAAA=\n\n"
            })
    void what_is_no_note_is_refused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+7", "07", "-1", "x", ""})
    void a_size_is_written_in_one_way_only(String size) {
        String text = checkpoint.text().replace("\n7\n", "\n" + size + "\n");
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
