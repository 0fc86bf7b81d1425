package dk.effektspor.query.effect.facts;

import dk.effektspor.query.effect.facts.EffectFacts.Moved;
import dk.effektspor.query.effect.facts.EffectFacts.Ran;
import dk.effektspor.query.effect.facts.EffectFacts.Reading;
import dk.effektspor.query.effect.facts.EffectFacts.Scored;
import dk.effektspor.query.effect.facts.EffectFacts.Standing;
import dk.effektspor.query.effect.facts.EffectFacts.Stood;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.forandringskompas.Rater;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a case's facts in about a kilobyte, so that a question may read those of a whole city. Nothing is kept in this
 * form that cannot be derived again.
 */
final class FactCodec {

    private static final byte FORMAT = 2;
    private static final int NO_CHANGE = Byte.MIN_VALUE;
    private static final int NO_DATE = Integer.MIN_VALUE;

    private FactCodec() {}

    static byte[] encode(EffectFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new Writer(new DataOutputStream(bytes))) {
            out.facts(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static EffectFacts decode(byte[] bytes) {
        try (Reader in = new Reader(new DataInputStream(new ByteArrayInputStream(bytes)))) {
            return in.facts();
        } catch (IOException e) {
            throw new UncheckedIOException("Effect facts cannot be read; rebuild the effect view", e);
        }
    }

    @FunctionalInterface
    private interface Write<T> {
        void item(T item) throws IOException;
    }

    @FunctionalInterface
    private interface Read<T> {
        T item() throws IOException;
    }

    /** Codes repeat all the time: each is written once and then named by number. */
    private record Writer(DataOutputStream out, Map<String, Integer> known) implements AutoCloseable {

        Writer(DataOutputStream out) {
            this(out, new HashMap<>());
        }

        void facts(EffectFacts facts) throws IOException {
            out.writeByte(FORMAT);
            uuid(facts.caseId().value());
            out.writeLong(facts.version());
            uuid(facts.citizen().value());
            code(facts.targetGroup());
            out.writeShort(facts.birthYear());
            list(facts.scorings(), this::scored);
            list(facts.moves(), this::moved);
            list(facts.courses(), this::ran);
            list(facts.positions(), this::stood);
        }

        private void scored(Scored scored) throws IOException {
            date(scored.on());
            code(scored.compass());
            code(scored.compassVersion());
            out.writeByte(scored.rater().ordinal());
            standing(scored.at());
            list(scored.readings(), this::reading);
        }

        private void reading(Reading reading) throws IOException {
            out.writeByte(reading.dimension());
            code(reading.variant());
            out.writeBoolean(reading.assessed());
            change(reading.sinceEntry());
            change(reading.sinceLast());
        }

        private void moved(Moved moved) throws IOException {
            out.writeByte(moved.kind().ordinal());
            code(moved.ladder());
            out.writeByte(moved.fromStep());
            out.writeByte(moved.toStep());
            date(moved.on());
        }

        private void ran(Ran ran) throws IOException {
            code(ran.measure());
            date(ran.from());
            date(ran.to());
            list(ran.breakdowns(), this::date);
        }

        private void stood(Stood stood) throws IOException {
            date(stood.from());
            date(stood.until());
            standing(stood.at());
        }

        private void standing(Standing at) throws IOException {
            code(at.unit());
            code(at.tilbud());
            list(at.programmes(), this::code);
            code(at.ladder());
            out.writeByte(at.step());
        }

        private <T> void list(List<T> items, Write<T> write) throws IOException {
            out.writeShort(items.size());
            for (T item : items) {
                write.item(item);
            }
        }

        private void uuid(UUID uuid) throws IOException {
            out.writeLong(uuid.getMostSignificantBits());
            out.writeLong(uuid.getLeastSignificantBits());
        }

        private void date(@Nullable LocalDate date) throws IOException {
            out.writeInt(date == null ? NO_DATE : Math.toIntExact(date.toEpochDay()));
        }

        private void change(@Nullable Integer change) throws IOException {
            out.writeByte(change == null ? NO_CHANGE : change);
        }

        private void code(@Nullable String code) throws IOException {
            if (code == null) {
                out.writeShort(-1);
                return;
            }
            Integer number = known.putIfAbsent(code, known.size());
            out.writeShort(number == null ? known.size() - 1 : number);
            if (number == null) {
                out.writeUTF(code);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private record Reader(DataInputStream in, List<String> known) implements AutoCloseable {

        Reader(DataInputStream in) {
            this(in, new ArrayList<>());
        }

        EffectFacts facts() throws IOException {
            byte format = in.readByte();
            if (format != FORMAT) {
                throw new IOException("format " + format);
            }
            return new EffectFacts(
                    new CaseId(uuid()),
                    in.readLong(),
                    new CitizenId(uuid()),
                    code(),
                    in.readShort(),
                    list(this::scored),
                    list(this::moved),
                    list(this::ran),
                    list(this::stood));
        }

        private Scored scored() throws IOException {
            return new Scored(date(), code(), code(), Rater.values()[in.readByte()], standing(), list(this::reading));
        }

        private Reading reading() throws IOException {
            return new Reading(in.readByte(), codeOrNone(), in.readBoolean(), change(), change());
        }

        private Moved moved() throws IOException {
            return new Moved(MoveKind.values()[in.readByte()], code(), in.readByte(), in.readByte(), date());
        }

        private Ran ran() throws IOException {
            return new Ran(code(), date(), dateOrNone(), list(this::date));
        }

        private Stood stood() throws IOException {
            return new Stood(date(), dateOrNone(), standing());
        }

        private Standing standing() throws IOException {
            return new Standing(code(), codeOrNone(), list(this::code), codeOrNone(), in.readByte());
        }

        private <T> List<T> list(Read<T> read) throws IOException {
            int size = in.readUnsignedShort();
            List<T> items = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                items.add(read.item());
            }
            return items;
        }

        private UUID uuid() throws IOException {
            return new UUID(in.readLong(), in.readLong());
        }

        private LocalDate date() throws IOException {
            return LocalDate.ofEpochDay(in.readInt());
        }

        private @Nullable LocalDate dateOrNone() throws IOException {
            int day = in.readInt();
            return day == NO_DATE ? null : LocalDate.ofEpochDay(day);
        }

        private @Nullable Integer change() throws IOException {
            int change = in.readByte();
            return change == NO_CHANGE ? null : Integer.valueOf(change);
        }

        private String code() throws IOException {
            String code = codeOrNone();
            if (code == null) {
                throw new IOException("a code is missing");
            }
            return code;
        }

        private @Nullable String codeOrNone() throws IOException {
            int number = in.readShort();
            if (number < 0) {
                return null;
            }
            if (number == known.size()) {
                known.add(in.readUTF());
            }
            return known.get(number);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
