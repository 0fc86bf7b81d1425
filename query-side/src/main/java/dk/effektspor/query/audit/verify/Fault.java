package dk.effektspor.query.audit.verify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something amiss in a bundle.
 *
 * @param line where, from 1; 0 if it is nowhere in the file
 * @param event the event's own number in its stream, if it is about one
 * @param at JSON pointer into the event's payload, or the kind of line that is missing
 */
public record Fault(
        int line, @Nullable Long event, @Nullable String at, Kind kind) {

    static Fault of(Kind kind, int line) {
        return new Fault(line, null, null, kind);
    }

    /** One sentence for the reader. */
    public String sentence(boolean danish) {
        StringBuilder sentence = new StringBuilder();
        if (line > 0) {
            sentence.append(danish ? "linje " : "line ").append(line);
        } else {
            sentence.append(danish ? "hele filen" : "the whole file");
        }
        if (event != null) {
            sentence.append(danish ? ", hændelse " : ", event ").append(event);
        }
        if (at != null) {
            sentence.append(", ").append(at);
        }
        return sentence.append(": ").append(danish ? kind.danish : kind.english).toString();
    }

    /** The nature of a fault; the code is the same in every verifier. */
    public enum Kind {
        LINE_MALFORMED("linjen har ikke sin form", "the line is not in its form"),
        LINE_OUT_OF_PLACE("linjen står ikke på sin plads", "the line is not in its place"),
        LINE_MISSING("en linje af denne slags mangler", "a line of this kind is missing"),
        NOTE_MALFORMED("en underskrevet tekst har ikke sin form", "a signed text is not in its form"),
        KEY_MALFORMED("nøglen har ikke sin form", "the key is not in its form"),
        KEY_NOT_THE_GIVEN(
                "nøglen er ikke den, der blev givet, og følger heller ikke efter den",
                "the key is not the one that was given, nor one that followed it"),
        CHECKPOINT_NOT_SIGNED(
                "kontrolpunktet er ikke underskrevet med nøglen", "the checkpoint is not signed with the key"),
        CHECKPOINT_OF_ANOTHER_LOG("kontrolpunktet er en anden logs", "the checkpoint is another log's"),
        BUNDLE_NOT_SIGNED("filen er ikke underskrevet med nøglen", "the file is not signed with the key"),
        BUNDLE_ALTERED("filen er ændret, siden den blev underskrevet", "the file was changed after it was signed"),
        EVENT_NOT_IN_LEDGER(
                "hændelsen står ikke således på denne plads i loggen; den er ændret, flyttet eller opdigtet",
                "the event does not stand like this in this place of the log: changed, moved or made up"),
        EVENT_OUT_OF_SEQUENCE(
                "hændelsen følger ikke efter den foregående: noget mangler, er ombyttet eller gentaget",
                "the event does not follow the one before: something is missing, swapped or repeated"),
        EVENT_BEFORE_THE_LAST(
                "hændelsen står i loggen før den foregående", "the event stands in the log before the one before it"),
        EVENT_OF_ANOTHER_CASE("hændelsen hører til noget andet", "the event belongs to something else"),
        EVENT_UNREADABLE("hændelsens indhold kan ikke læses", "the event's content cannot be read"),
        EVENTS_MISCOUNTED(
                "der er ikke så mange hændelser, som filen siger", "there are not as many events as the file says"),
        TEXT_UNTRUE("den viste tekst er ikke den, der blev forseglet", "the text shown is not what was sealed"),
        TEXT_UNKNOWN("her er ingen forseglet tekst", "there is no sealed text here"),
        TEXT_UNTOLD("en forseglet tekst er hverken vist eller nævnt", "a sealed text is neither shown nor mentioned"),
        CATALOGUE_ALTERED("opslaget svarer ikke til sin hash", "the catalogue entry is not that of its hash"),
        ROTATION_UNTRUE("nøgleskiftet er ikke bevist af begge nøgler", "the change of key is not proved by both keys"),
        EARLIER_NOT_SIGNED(
                "det tidligere kontrolpunkt er ikke underskrevet med nøglen",
                "the earlier checkpoint is not signed with the key"),
        EARLIER_OF_ANOTHER_LOG(
                "det tidligere kontrolpunkt er en anden logs", "the earlier checkpoint is another log's"),
        EARLIER_NOT_CONTINUED(
                "loggen er ikke en fortsættelse af det tidligere kontrolpunkt: der er slettet eller ændret i den siden",
                "the log does not continue the earlier checkpoint: something was deleted or changed since"),
        EARLIER_WITHOUT_PROOF(
                "filen har intet bevis, der begynder ved det tidligere kontrolpunkt; hent den igen med dets størrelse",
                "the file has no proof that begins at the earlier checkpoint; export it again with its size");

        private final String danish;
        private final String english;

        Kind(String danish, String english) {
            this.danish = danish;
            this.english = english;
        }

        /** As the machine-readable report writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
