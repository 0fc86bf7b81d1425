package dk.effektspor.bench;

import dk.effektspor.query.audit.verify.Brought;
import dk.effektspor.query.audit.verify.Verdict;
import dk.effektspor.query.audit.verify.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A long case taken away and verified without the server: in a warm process, and as a program run from nothing. */
final class Bundles {

    private static final int EVENTS = 2_000;
    private static final int SOME = 60;

    private final Bench.Effort effort;

    Bundles(Bench.Effort effort) {
        this.effort = effort;
    }

    void run(Path data) throws Exception {
        int events = effort.isTrial() ? SOME : EVENTS;
        int turns = effort.isTrial() ? 2 : 20;
        byte[] bundle;
        double[] exports;
        try (Server server = Server.start(data).awaitReady()) {
            CaseBook cases = new CaseBook(server);
            String address = cases.open();
            String other = cases.open();
            for (int i = 1; i < events; i++) {
                cases.note(address, i);
                if (i % 3 == 0) {
                    cases.note(other, i);
                }
            }
            String path = address.replace("/api/v1/cases/", "/api/v1/audit/cases/") + "/bundle";
            bundle = server.auditedBytes(path);
            exports = Figures.times(turns, turn -> server.auditedBytes(path));
        }
        double[] warm = Figures.times(turns, turn -> verified(bundle));
        Path file = Files.write(data.resolve("case.bundle"), bundle);
        List<String> java = effort.isTrial() ? Server.JAVA : asTheScriptStartsIt(data, file);
        double[] program = Figures.times(Math.max(2, turns / 2), turn -> verifiedByProgram(java, file));
        System.out.printf(
                Locale.ROOT,
                "bundle of %d events: %d KiB, export p50 %.0f ms; verified in a warm process p50 %.0f ms, as a program"
                        + " p50 %.0f ms, slowest %.0f ms%n%n",
                events,
                bundle.length / 1024,
                Figures.at(exports, 0.5),
                Figures.at(warm, 0.5),
                Figures.at(program, 0.5),
                program[program.length - 1]);
    }

    private static void verified(byte[] bundle) {
        Verdict verdict = Objects.requireNonNull(Verification.of(bundle, Brought.NOTHING));
        if (!verdict.isSound()) {
            throw new IllegalStateException("The bundle is not sound: " + verdict.faults());
        }
    }

    /** Its first run leaves an archive of its classes behind. */
    private static List<String> asTheScriptStartsIt(Path data, Path file) throws Exception {
        Path archive = data.resolve("verify.jsa");
        List<String> options = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:cds=off");
        double[] first =
                Figures.times(1, turn -> verifiedByProgram(java("-XX:ArchiveClassesAtExit=" + archive, options), file));
        System.out.printf(Locale.ROOT, "verified by a first run, which archives its classes: %.0f ms%n", first[0]);
        return java("-XX:SharedArchiveFile=" + archive, options);
    }

    private static List<String> java(String option, List<String> options) {
        List<String> java = new ArrayList<>(options);
        java.add("-Xlog:cds+dynamic=off");
        java.add(option);
        java.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return java;
    }

    /** A Java started for this alone. */
    private static void verifiedByProgram(List<String> java, Path file) throws Exception {
        Process verify = Server.program(java, "dk.effektspor.query.audit.verify.Verify", List.of(file.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (verify.waitFor() != 0) {
            throw new IllegalStateException("The bundle is not sound");
        }
    }
}
