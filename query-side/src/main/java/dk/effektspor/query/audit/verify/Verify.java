package dk.effektspor.query.audit.verify;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code BUNDLE [--key KEY] [--earlier CHECKPOINT] [--json] [--at N | --valid-at D1 [--known-at D2]]}. KEY is a verifier key or
 * a file with one, CHECKPOINT a file. Exits with 0 when all is well, 1 when something is amiss, 2 when a file cannot be read
 * or an argument is not known or names what is not there.
 */
public final class Verify {

    private static final int WELL = 0;
    private static final int AMISS = 1;
    private static final int UNREADABLE = 2;

    private final boolean danish;
    private final PrintStream out;
    private final PrintStream errors;
    private @Nullable String bundle;
    private @Nullable String key;
    private @Nullable String earlier;
    private boolean json;
    private Point point = Point.NONE;

    /** @param reader whose language is spoken */
    public Verify(Locale reader, PrintStream out, PrintStream errors) {
        this.danish = reader.getLanguage().equals("da");
        this.out = out;
        this.errors = errors;
    }

    /** Verifies and ends the process with the exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = new Verify(Locale.getDefault(), out, errors).run(List.of(arguments));
        out.flush();
        System.exit(code);
    }

    /** The program cannot go on; one sentence in each language. */
    private static final class Refused extends Exception {
        private final String inDanish;
        private final String inEnglish;

        Refused(String inDanish, String inEnglish) {
            super(inEnglish, null, false, false);
            this.inDanish = inDanish;
            this.inEnglish = inEnglish;
        }
    }

    /** @return the exit code */
    public int run(List<String> arguments) {
        try {
            understand(arguments);
            byte[] file = bytes(bundle == null ? "" : bundle);
            Verdict verdict = Verification.of(file, new Brought(key(), earlier()));
            if (verdict == null) {
                throw new Refused(
                        bundle + " er ikke en bundle, som denne udgave kan læse.",
                        bundle + " is not a bundle that this version can read.");
            }
            tell(verdict);
            return verdict.isSound() ? WELL : AMISS;
        } catch (Refused refused) {
            errors.println(danish ? refused.inDanish : refused.inEnglish);
            return UNREADABLE;
        }
    }

    private void tell(Verdict verdict) throws Refused {
        Report report = new Report(verdict);
        // A case is told only from events that are proved to be what was stored.
        boolean asked = point.isAsked() && verdict.isSound();
        boolean beyond = asked && point.isBeyond(verdict.events().size());
        JsonNode state = asked && !beyond ? state(verdict) : null;
        if (json) {
            Map<String, @Nullable Object> told = report.forPrograms();
            if (asked && !beyond) {
                told.put("state", state);
            }
            out.println(JsonMapper.shared().writeValueAsString(told));
        } else {
            out.print(report.inWords(danish));
            if (asked && !beyond) {
                out.println();
                out.print(state == null ? noCase() : StateTable.of(state, danish));
            }
        }
        if (beyond) {
            long last = verdict.events().size() - 1;
            throw new Refused(
                    "Hændelse " + point.at() + " findes ikke: --at går fra 0 til " + last + ".",
                    "There is no event " + point.at() + ": --at goes from 0 to " + last + ".");
        }
    }

    private String noCase() {
        return (danish ? "  På det tidspunkt var der ingen sag." : "  There was no case at that point.") + "\n";
    }

    private @Nullable JsonNode state(Verdict verdict) {
        Replay replay = new Replay(verdict.events(), danish);
        List<Fact> facts = point.of(replay.facts());
        return facts.isEmpty() ? null : replay.state(facts, point.on(facts));
    }

    private void understand(List<String> arguments) throws Refused {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                plain.add(argument);
            } else if (argument.equals("--json")) {
                json = true;
            } else {
                String[] parts = argument.split("=", 2);
                if (parts.length == 1 && ++i == arguments.size()) {
                    throw usage();
                }
                option(parts[0], parts.length == 2 ? parts[1] : arguments.get(i));
            }
        }
        if (plain.size() != 1) {
            throw usage();
        }
        if (point.isTwo()) {
            throw new Refused(
                    "Ét punkt ad gangen: enten --at, eller --valid-at og --known-at.",
                    "One point at a time: either --at, or --valid-at and --known-at.");
        }
        bundle = plain.get(0);
    }

    private void option(String name, String value) throws Refused {
        switch (name) {
            case "--key" -> key = value;
            case "--earlier" -> earlier = value;
            case "--at" -> point(name, value, "et helt tal fra 0, f.eks. 12", "a whole number from 0, e.g. 12");
            case "--valid-at" -> point(name, value, "en dato, f.eks. 2025-03-31", "a date, e.g. 2025-03-31");
            case "--known-at" ->
                point(
                        name,
                        value,
                        "en dato eller et tidspunkt, f.eks. 2025-03-31 eller 2025-03-31T10:15:30Z",
                        "a date or an instant, e.g. 2025-03-31 or 2025-03-31T10:15:30Z");
            default -> throw usage();
        }
    }

    private void point(String name, String value, String formInDanish, String formInEnglish) throws Refused {
        try {
            point = point.with(name, value);
        } catch (Problem | IllegalArgumentException e) {
            throw new Refused(name + " skal være " + formInDanish + ".", name + " must be " + formInEnglish + ".");
        }
    }

    private static Refused usage() {
        return new Refused(
                "Brug: ./effektspor verify BUNDLE [--key NØGLE] [--earlier KONTROLPUNKT] [--json]"
                        + " [--at N | --valid-at DATO [--known-at DATO]]",
                "Usage: ./effektspor verify BUNDLE [--key KEY] [--earlier CHECKPOINT] [--json]"
                        + " [--at N | --valid-at DATE [--known-at DATE]]");
    }

    private @Nullable VerifierKey key() throws Refused {
        if (key == null) {
            return null;
        }
        try {
            return VerifierKey.parse((key.contains("+") ? key : text(key)).strip());
        } catch (IllegalArgumentException e) {
            throw new Refused(key + " er ikke en nøgle.", key + " is not a key.");
        }
    }

    private @Nullable SignedNote earlier() throws Refused {
        if (earlier == null) {
            return null;
        }
        try {
            SignedNote note = SignedNote.parse(text(earlier));
            Checkpoint.parse(note.text());
            return note;
        } catch (IllegalArgumentException e) {
            throw new Refused(earlier + " er ikke et kontrolpunkt.", earlier + " is not a checkpoint.");
        }
    }

    private static String text(String file) throws Refused {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) throws Refused {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("Filen " + file + " kan ikke læses.", "The file " + file + " cannot be read.");
        }
    }
}
