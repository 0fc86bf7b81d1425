package dk.effektspor.query.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.query.audit.bundle.BundleFile;
import dk.effektspor.query.audit.bundle.EndNote;
import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.audit.verify.Fault.Kind;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.SignedNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a bundle against itself and what the reader brings, and finds every fault, not only the first. */
public final class Verification {

    private final byte[] file;
    private final Brought brought;
    private final Arrangement lines;
    private final List<Fault> faults = new ArrayList<>();

    private Verification(byte[] file, BundleFile bundle, Brought brought) {
        this.file = file;
        this.brought = brought;
        this.lines = Arrangement.of(bundle, faults);
    }

    /** @return nothing if the file is no bundle of our format */
    public static @Nullable Verdict of(byte[] file, Brought brought) {
        BundleFile bundle = BundleFile.of(file);
        return bundle.isBundle() ? new Verification(file, bundle, brought).verdict() : null;
    }

    private Verdict verdict() {
        Placed<Line.Header> header = lines.one(Line.Header.class);
        Placed<Line.Covering> covering = lines.one(Line.Covering.class);
        SignedNote note = covering == null ? null : parsed(covering.content().note(), covering.line());
        Checkpoint checkpoint = covering == null || note == null ? null : checkpoint(note, covering.line());
        Log log = checkpoint == null ? null : Log.of(checkpoint, lines.all(Line.Hashes.class));
        Keys keys = Keys.of(lines, log, faults);
        given(keys);
        if (covering != null && note != null && checkpoint != null) {
            covering(covering.line(), header, note, checkpoint, keys);
        }
        lines.all(Line.CatalogueEntry.class).forEach(this::catalogue);
        events(header, log);
        end(header, keys);
        if (log != null) {
            earlier(log, keys);
        }
        faults.sort(Comparator.comparingInt(Fault::line));
        return new Verdict(
                faults,
                header == null ? null : header.content(),
                checkpoint,
                keys.current() == null ? null : keys.current().text(),
                brought.key() != null && keys.followed(brought.key()),
                lines.all(Line.Event.class).stream().map(Placed::content).toList(),
                lines.all(Line.CatalogueEntry.class).stream()
                        .map(Placed::content)
                        .toList());
    }

    private void given(Keys keys) {
        Placed<Line.Key> line = lines.one(Line.Key.class);
        if (line != null && keys.current() != null && brought.key() != null && !keys.followed(brought.key())) {
            faults.add(Fault.of(Kind.KEY_NOT_THE_GIVEN, line.line()));
        }
    }

    private void covering(
            int line, @Nullable Placed<Line.Header> header, SignedNote note, Checkpoint checkpoint, Keys keys) {
        if (keys.current() != null && !keys.current().verify(note)) {
            faults.add(Fault.of(Kind.CHECKPOINT_NOT_SIGNED, line));
        }
        if (header != null && !checkpoint.origin().equals(header.content().origin())) {
            faults.add(Fault.of(Kind.CHECKPOINT_OF_ANOTHER_LOG, line));
        }
    }

    private void catalogue(Placed<Line.CatalogueEntry> line) {
        byte[] content = line.content().content().getBytes(UTF_8);
        if (!EndNote.hash(content, content.length).hex().equals(line.content().sha256())) {
            faults.add(Fault.of(Kind.CATALOGUE_ALTERED, line.line()));
        }
    }

    private void events(@Nullable Placed<Line.Header> header, @Nullable Log log) {
        List<Placed<Line.Event>> events = lines.all(Line.Event.class);
        EventCheck check =
                new EventCheck(header == null ? null : header.content().caseId(), log, faults);
        events.forEach(check::check);
        // Without a line that cannot be read, every event that is there has been counted.
        if (header != null && !lines.isSpoilt() && header.content().events() != events.size()) {
            faults.add(Fault.of(Kind.EVENTS_MISCOUNTED, header.line()));
        }
    }

    private void end(@Nullable Placed<Line.Header> header, Keys keys) {
        Placed<Line.End> end = lines.one(Line.End.class);
        SignedNote note = end == null ? null : parsed(end.content().note(), end.line());
        if (end == null || note == null) {
            return;
        }
        // A second signature could be added without the hash noticing.
        if (note.signatures().size() != 1) {
            faults.add(Fault.of(Kind.NOTE_MALFORMED, end.line()));
        }
        if (keys.current() != null && !keys.current().verify(note)) {
            faults.add(Fault.of(Kind.BUNDLE_NOT_SIGNED, end.line()));
        }
        if (header != null && !Wholeness.of(file, end.offset(), header.content(), note.text())) {
            faults.add(Fault.of(Kind.BUNDLE_ALTERED, end.line()));
        }
    }

    private void earlier(Log log, Keys keys) {
        if (brought.earlier() == null) {
            return;
        }
        Checkpoint earlier = Checkpoint.parse(brought.earlier().text());
        boolean signed = keys.haveSigned(brought.earlier())
                || (brought.key() != null && brought.key().verify(brought.earlier()));
        if (!signed) {
            faults.add(Fault.of(Kind.EARLIER_NOT_SIGNED, 0));
        }
        if (!earlier.origin().equals(log.checkpoint().origin())) {
            faults.add(Fault.of(Kind.EARLIER_OF_ANOTHER_LOG, 0));
            return;
        }
        if (earlier.size() == log.checkpoint().size()) {
            if (!earlier.root().equals(log.checkpoint().root())) {
                faults.add(Fault.of(Kind.EARLIER_NOT_CONTINUED, 0));
            }
            return;
        }
        List<Placed<Line.Growth>> growths = lines.all(Line.Growth.class).stream()
                .filter(growth -> growth.content().from() == earlier.size())
                .toList();
        if (growths.isEmpty()) {
            faults.add(Fault.of(Kind.EARLIER_WITHOUT_PROOF, 0));
        } else if (growths.stream()
                .noneMatch(growth -> log.continues(earlier, growth.content().path()))) {
            faults.add(Fault.of(Kind.EARLIER_NOT_CONTINUED, 0));
        }
    }

    private @Nullable SignedNote parsed(String note, int line) {
        try {
            return SignedNote.parse(note);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of(Kind.NOTE_MALFORMED, line));
            return null;
        }
    }

    private @Nullable Checkpoint checkpoint(SignedNote note, int line) {
        try {
            return Checkpoint.parse(note.text());
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of(Kind.NOTE_MALFORMED, line));
            return null;
        }
    }
}
