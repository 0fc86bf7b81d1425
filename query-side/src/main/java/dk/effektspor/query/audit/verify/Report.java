package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Tells a verdict: to a person in their language, or to a program. */
final class Report {

    private final Verdict verdict;

    Report(Verdict verdict) {
        this.verdict = verdict;
    }

    String inWords(boolean danish) {
        StringJoiner report = new StringJoiner("\n", "", "\n");
        if (verdict.isSound()) {
            report.add(danish ? "ALT VEL: bundlen er hel og bevist." : "ALL WELL: the bundle is whole and proved.");
        } else {
            int count = verdict.faults().size();
            report.add(
                    danish ? "GALT: " + count + " fejl." : "WRONG: " + count + (count == 1 ? " fault." : " faults."));
            verdict.faults().forEach(fault -> report.add("  " + fault.sentence(danish)));
        }
        Line.Header header = verdict.header();
        if (header != null) {
            add(report, danish ? "Sag" : "Case", header.caseId());
            add(report, danish ? "Dannet" : "Made", header.madeAt());
        }
        add(report, danish ? "Hændelser" : "Events", events(danish));
        if (verdict.checkpoint() != null) {
            add(
                    report,
                    danish ? "Kontrolpunkt" : "Checkpoint",
                    verdict.checkpoint().origin() + ", " + verdict.checkpoint().size()
                            + (danish ? " hændelser i loggen, rod " : " events in the log, root ")
                            + verdict.checkpoint().root().base64());
        }
        if (verdict.key() != null) {
            add(report, danish ? "Nøgle" : "Key", verdict.key());
            if (!verdict.keyGiven()) {
                add(
                        report,
                        "",
                        danish
                                ? "filens egen: sammenlign den med den, kommunen har offentliggjort, eller giv den med --key"
                                : "the file's own: compare it with the one the municipality has published, or give it with --key");
            }
        }
        add(report, danish ? "Tekster" : "Texts", texts(danish));
        return report.toString();
    }

    private String events(boolean danish) {
        List<Line.Event> events = verdict.events();
        if (events.isEmpty()) {
            return "0";
        }
        return events.size() + (danish ? ", registreret " : ", recorded ") + day(events.get(0)) + " – "
                + day(events.get(events.size() - 1));
    }

    private String texts(boolean danish) {
        StringJoiner texts = new StringJoiner(", ");
        texts.add(verdict.texts(null) + (danish ? " vist" : " shown"));
        long withheld = verdict.texts(Line.Hidden.WITHHELD);
        if (withheld > 0 && verdict.header() != null) {
            texts.add(withheld + (danish ? " tilbageholdt" : " withheld") + " ("
                    + String.join(", ", verdict.header().withheld()) + ")");
        }
        if (verdict.texts(Line.Hidden.ERASED) > 0) {
            texts.add(verdict.texts(Line.Hidden.ERASED) + (danish ? " slettet" : " erased"));
        }
        if (verdict.texts(Line.Hidden.UNPROVABLE) > 0) {
            texts.add(verdict.texts(Line.Hidden.UNPROVABLE)
                    + (danish ? " forseglet før tekster kunne bevises" : " sealed before texts could be proved"));
        }
        return texts.toString();
    }

    private static String day(Line.Event event) {
        String recordedAt = event.proved().event().recordedAt();
        return recordedAt.substring(0, Math.min(10, recordedAt.length()));
    }

    private static void add(StringJoiner report, String what, String value) {
        report.add(String.format("  %-13s%s", what, value));
    }

    /** The same in every verifier, member for member. */
    Map<String, @Nullable Object> forPrograms() {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("sound", verdict.isSound());
        List<Map<String, Object>> faults = new ArrayList<>();
        for (Fault fault : verdict.faults()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("line", fault.line());
            if (fault.event() != null) {
                told.put("event", fault.event());
            }
            if (fault.at() != null) {
                told.put("at", fault.at());
            }
            told.put("kind", fault.kind().code());
            faults.add(told);
        }
        report.put("faults", faults);
        report.put("case", verdict.header() == null ? null : verdict.header().caseId());
        report.put("events", verdict.events().size());
        report.put(
                "size",
                verdict.checkpoint() == null ? null : verdict.checkpoint().size());
        report.put(
                "root",
                verdict.checkpoint() == null
                        ? null
                        : verdict.checkpoint().root().base64());
        report.put("key", verdict.key());
        report.put("keyGiven", verdict.keyGiven());
        report.put("shown", verdict.texts(null));
        for (Line.Hidden hidden : Line.Hidden.values()) {
            report.put(hidden.word(), verdict.texts(hidden));
        }
        return report;
    }
}
