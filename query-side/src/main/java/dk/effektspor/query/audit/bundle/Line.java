package dk.effektspor.query.audit.bundle;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.shared.privacy.Disclosure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of a bundle. The kinds come in the order in which they are named here. */
public sealed interface Line {

    /** Names the form of the whole file. */
    String FORMAT = "effektspor-bundle/1";

    /** The line as it stands in the file, without the line feed. */
    String text();

    /**
     * Which case, of which log, made when.
     *
     * @param events how many event lines follow
     * @param withheld the classes of personal fields that were left out by choice
     */
    record Header(String origin, String caseId, String madeAt, long events, List<String> withheld) implements Line {

        static Header read(LineReader in) {
            if (!in.text("format").equals(FORMAT)) {
                throw new LineReader.Malformed();
            }
            return new Header(
                    in.text("origin"), in.text("case"), in.text("madeAt"), in.number("events"), in.texts("withheld"));
        }

        @Override
        public String text() {
            return LineWriter.line(
                    "header",
                    out -> out.text("format", FORMAT)
                            .text("origin", origin)
                            .text("case", caseId)
                            .text("madeAt", madeAt)
                            .number("events", events)
                            .texts("withheld", withheld));
        }
    }

    /** What a person who opens the file without any program needs to know. */
    record About(String about) implements Line {

        static About read(LineReader in) {
            return new About(in.text("text"));
        }

        @Override
        public String text() {
            return LineWriter.line("about", out -> out.text("text", about));
        }
    }

    /** The verifier key that the checkpoint and the end are signed with. */
    record Key(String key) implements Line {

        static Key read(LineReader in) {
            return new Key(in.text("key"));
        }

        @Override
        public String text() {
            return LineWriter.line("key", out -> out.text("key", key));
        }
    }

    /**
     * The ledger got another key: the event that says so, and the checkpoint signed under both.
     *
     * @param handover that checkpoint
     * @param growth shows that the log has only grown from there to the bundle's checkpoint
     */
    record Rotation(String handover, List<String> growth, Proved proved) implements Line {

        static Rotation read(LineReader in) {
            return new Rotation(in.text("handover"), in.texts("growth"), Proved.read(in));
        }

        @Override
        public String text() {
            return LineWriter.line(
                    "rotation",
                    out -> proved.write(out.text("handover", handover).texts("growth", growth)));
        }
    }

    /**
     * An entry of the catalogue that an event names.
     *
     * @param edition of the catalogue it was taken from
     * @param catalogue as in the API, e.g. {@code measures}
     * @param sha256 of the content in UTF-8, in hex
     * @param content a JSON object
     */
    record CatalogueEntry(String edition, String catalogue, String entry, String sha256, String content)
            implements Line {

        static CatalogueEntry read(LineReader in) {
            return new CatalogueEntry(
                    in.text("edition"), in.text("catalogue"), in.text("entry"), in.text("sha256"), in.text("content"));
        }

        @Override
        public String text() {
            return LineWriter.line(
                    "catalogue",
                    out -> out.text("edition", edition)
                            .text("catalogue", catalogue)
                            .text("entry", entry)
                            .text("sha256", sha256)
                            .text("content", content));
        }
    }

    /** The signed checkpoint that covers every event of the file. */
    record Covering(String note) implements Line {

        static Covering read(LineReader in) {
            return new Covering(in.text("note"));
        }

        @Override
        public String text() {
            return LineWriter.line("checkpoint", out -> out.text("note", note));
        }
    }

    /** Shows that the log has only grown since it had {@code from} leaves. */
    record Growth(long from, List<String> path) implements Line {

        static Growth read(LineReader in) {
            return new Growth(in.number("from"), in.texts("path"));
        }

        @Override
        public String text() {
            return LineWriter.line("growth", out -> out.number("from", from).texts("path", path));
        }
    }

    /** Hashes of the tree, numbered from 0 through all lines of this kind; paths name them by number. */
    record Hashes(List<Hash> hashes) implements Line {

        static Hashes read(LineReader in) {
            return new Hashes(in.texts("hashes").stream()
                    .map(Base64Text::decoded)
                    .map(Hashes::hash)
                    .toList());
        }

        private static Hash hash(byte[] bytes) {
            if (bytes.length != Hash.BYTES) {
                throw new LineReader.Malformed();
            }
            return new Hash(bytes);
        }

        @Override
        public String text() {
            return LineWriter.line(
                    "hashes",
                    out -> out.texts("hashes", hashes.stream().map(Hash::base64).toList()));
        }
    }

    /** An event of the case, with what is shown of its sealed texts. */
    record Event(Proved proved, List<ShownText> texts) implements Line {

        static Event read(LineReader in) {
            return new Event(Proved.read(in), in.objects("texts", () -> ShownText.read(in)));
        }

        @Override
        public String text() {
            return LineWriter.line("event", out -> proved.write(out).objects("texts", texts, t -> t.write(out)));
        }
    }

    /** The note that signs the hash of all the bytes before this line. */
    record End(String note) implements Line {

        static End read(LineReader in) {
            return new End(in.text("note"));
        }

        @Override
        public String text() {
            return LineWriter.line("end", out -> out.text("note", note));
        }
    }

    /**
     * A stored event and its place in the log.
     *
     * @param path numbers of the hashes beside the way to the root
     */
    record Proved(long position, StoredEvent event, List<Integer> path) {

        static Proved read(LineReader in) {
            long position = in.number("position");
            String eventId = in.text("eventId");
            String stream = in.text("stream");
            long sequence = in.number("sequence");
            String aggregateType = in.textOrNull("aggregateType");
            String recordedAt = in.text("recordedAt");
            String type = in.text("type");
            String revision = in.textOrNull("revision");
            byte[] metaData = Base64Text.decoded(in.text("metaData"));
            byte[] payload = Base64Text.decoded(in.text("payload"));
            StoredEvent event = new StoredEvent(
                    -1, eventId, stream, sequence, aggregateType, recordedAt, type, revision, payload, metaData);
            return new Proved(position, event, in.numbers("path"));
        }

        LineWriter write(LineWriter out) {
            return out.number("position", position)
                    .text("eventId", event.eventId())
                    .text("stream", event.stream())
                    .number("sequence", event.sequence())
                    .text("aggregateType", event.aggregateType())
                    .text("recordedAt", event.recordedAt())
                    .text("type", event.type())
                    .text("revision", event.revision())
                    .text("metaData", Base64Text.of(event.metaData()))
                    .text("payload", Base64Text.of(event.payload()))
                    .numbers("path", path);
        }
    }

    /**
     * A sealed text of the payload: either what discloses it, or why it is not disclosed.
     *
     * @param at JSON pointer into the payload
     * @param hidden why it is not disclosed, absent if it is
     */
    record ShownText(
            String at, @Nullable Hidden hidden, @Nullable Disclosure disclosure) {

        static ShownText read(LineReader in) {
            String at = in.text("at");
            if (in.hasNext("hidden")) {
                return new ShownText(at, Hidden.of(in.text("hidden")), null);
            }
            try {
                return new ShownText(at, null, new Disclosure(in.text("salt"), in.text("text")));
            } catch (IllegalArgumentException notASalt) {
                throw new LineReader.Malformed();
            }
        }

        void write(LineWriter out) {
            out.text("at", at);
            if (disclosure != null) {
                out.text("salt", disclosure.salt()).text("text", disclosure.text());
            } else if (hidden != null) {
                out.text("hidden", hidden.word());
            }
        }
    }

    /** Why a text is not disclosed. */
    enum Hidden {
        /** The reader of the bundle was not to have it. */
        WITHHELD,
        /** The citizen's key no longer exists. */
        ERASED,
        /** Sealed in the first format, which nobody can show to be true. */
        UNPROVABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Hidden of(String word) {
            for (Hidden hidden : values()) {
                if (hidden.word().equals(word)) {
                    return hidden;
                }
            }
            throw new LineReader.Malformed();
        }
    }
}
