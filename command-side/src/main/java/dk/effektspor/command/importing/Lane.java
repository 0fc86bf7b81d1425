package dk.effektspor.command.importing;

import dk.effektspor.command.platform.Answer;
import dk.effektspor.command.platform.CasesAtHand;
import dk.effektspor.command.platform.CutShort;
import dk.effektspor.command.platform.Prepared;
import dk.effektspor.command.platform.Refused;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.casefile.CaseId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lines to their cases in order, several in one transaction; where that comes to nothing, one by one. A line is
 * booked when what it led to is committed, and not before.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int CASES_REMEMBERED = 4096;
    private static final int PATIENCE = 40;

    private final LineDesk desk;
    private final Ledger ledger;
    private final Origin origin;
    private final Function<CaseId, Optional<Long>> lastSequence;
    private final BooleanSupplier stopped;

    /** The version before tells a line that changed something from one the case had already taken. */
    private final Map<CaseId, Long> versions = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseId, Long> eldest) {
            return size() > CASES_REMEMBERED;
        }
    };

    Lane(
            LineDesk desk,
            Ledger ledger,
            Origin origin,
            Function<CaseId, Optional<Long>> lastSequence,
            BooleanSupplier stopped) {
        this.desk = desk;
        this.ledger = ledger;
        this.origin = origin;
        this.lastSequence = lastSequence;
        this.stopped = stopped;
    }

    /** A line could be neither taken nor rejected. */
    static final class Stuck extends RuntimeException {

        private final Stop stop;

        Stuck(Job job, RuntimeException cause) {
            super(cause);
            stop = new Stop(job.number(), cause instanceof Problem problem ? problem.code() : Stop.FAULT);
        }

        Stop stop() {
            return stop;
        }
    }

    void take(List<Job> jobs) throws IOException, InterruptedException {
        if (jobs.size() < 2 || !desk.sendsTogether()) {
            oneByOne(jobs);
            return;
        }
        List<Outcome> outcomes;
        try {
            outcomes = together(jobs);
        } catch (CutShort fault) {
            LOG.debug("Some lines share no transaction because of one", fault);
            int place = fault.place();
            take(jobs.subList(0, place));
            oneByOne(jobs.subList(place, place + 1));
            take(jobs.subList(place + 1, jobs.size()));
            return;
        } catch (RuntimeException uncommitted) {
            LOG.debug("Some lines share no transaction", uncommitted);
            oneByOne(jobs);
            return;
        }
        for (int i = 0; i < outcomes.size(); i++) {
            ledger.complete(jobs.get(i).number(), outcomes.get(i));
        }
    }

    private List<Outcome> together(List<Job> jobs) {
        CasesAtHand cases = desk.casesAtHand();
        Map<Integer, Outcome> outcomes = new HashMap<>();
        List<Prepared> commands = new ArrayList<>(jobs.size());
        List<Integer> places = new ArrayList<>(jobs.size());
        Map<CaseId, Long> reached = new HashMap<>();
        for (int i = 0; i < jobs.size(); i++) {
            ImportLine line = jobs.get(i).line();
            try {
                Prepared command = desk.prepare(line, origin, cases);
                reached.computeIfAbsent(command.command().caseId(), this::version);
                commands.add(command);
                places.add(i);
            } catch (Problem problem) {
                outcomes.put(i, rejected(problem, line));
            }
        }
        List<Answer> answers;
        try {
            answers = desk.sendTogether(commands);
        } catch (CutShort fault) {
            throw fault.at(places.get(fault.place()));
        }
        for (int i = 0; i < answers.size(); i++) {
            int place = places.get(i);
            CaseId caseId = commands.get(i).command().caseId();
            outcomes.put(place, outcome(answers.get(i), jobs.get(place).line(), caseId, reached));
        }
        versions.putAll(reached);
        List<Outcome> inOrder = new ArrayList<>(jobs.size());
        for (int i = 0; i < jobs.size(); i++) {
            inOrder.add(Objects.requireNonNull(outcomes.get(i)));
        }
        return inOrder;
    }

    private static Outcome outcome(Answer answer, ImportLine line, CaseId caseId, Map<CaseId, Long> reached) {
        RuntimeException refusal = answer.refusal();
        if (refusal == null) {
            long before = reached.merge(caseId, 0L, Math::max);
            reached.put(caseId, Math.max(before, answer.version()));
            return answer.version() > before ? Outcome.ACCEPTED : Outcome.UNCHANGED;
        }
        RuntimeException told = Refused.problem(refusal);
        if (told instanceof Problem problem) {
            return rejected(problem, line);
        }
        throw told;
    }

    /** A problem of the house is no fault of the line. */
    private static Outcome rejected(Problem problem, ImportLine line) {
        if (problem.status() >= 500) {
            throw problem;
        }
        return Outcome.rejectedLine(problem, line);
    }

    private void oneByOne(List<Job> jobs) throws IOException, InterruptedException {
        for (Job job : jobs) {
            if (stopped.getAsBoolean()) {
                return;
            }
            try {
                ledger.complete(job.number(), patiently(job.line()));
            } catch (RuntimeException fault) {
                throw new Stuck(job, fault);
            }
        }
    }

    private Outcome patiently(ImportLine line) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return alone(line);
            } catch (Problem problem) {
                if (problem.status() < 500) {
                    return Outcome.rejectedLine(problem, line);
                }
                if (attempt == PATIENCE || stopped.getAsBoolean()) {
                    throw problem;
                }
                // The store is away for the moment: that is no fault of the line.
                TimeUnit.MILLISECONDS.sleep(Math.min(2_000, 50L * attempt));
            }
        }
    }

    private Outcome alone(ImportLine line) {
        Prepared command = desk.prepare(line, origin, desk.casesAtHand());
        CaseId caseId = command.command().caseId();
        long before = version(caseId);
        long after = desk.send(command);
        versions.put(caseId, Math.max(before, after));
        return after > before ? Outcome.ACCEPTED : Outcome.UNCHANGED;
    }

    private long version(CaseId caseId) {
        Long known = versions.get(caseId);
        return known != null
                ? known
                : lastSequence.apply(caseId).map(last -> last + 1).orElse(0L);
    }
}
