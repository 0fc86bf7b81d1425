package dk.effektspor.query.effect;

import dk.effektspor.query.effect.facts.EffectLog;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.shared.CaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented histories of which each event was also recorded at some instant, several at one. */
public final class RecordedHistories {

    /** An event and when it was learnt. */
    public record Learnt(CaseEvent event, Instant recordedAt) {}

    private static final Instant FIRST = Instant.parse("2014-01-01T09:00:00Z");
    private static final int DAYS = 40;

    private final List<List<Learnt>> cases = new ArrayList<>();
    private final Random random;

    public RecordedHistories(long seed) {
        random = new Random(seed);
        for (List<CaseEvent> events : new RandomHistories(seed).cases()) {
            List<Instant> instants =
                    events.stream().map(e -> instant()).sorted().toList();
            List<Learnt> learnt = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                learnt.add(new Learnt(events.get(i), instants.get(i)));
            }
            cases.add(learnt);
        }
    }

    public List<List<Learnt>> cases() {
        return cases;
    }

    /** An instant at which something may have been learnt. */
    public Instant instant() {
        return FIRST.plus(Duration.ofDays(random.nextInt(DAYS)));
    }

    /** The documents of a projection that was fed all of it. */
    public Map<String, EffectLog> logs() {
        Map<String, EffectLog> logs = new HashMap<>();
        for (List<Learnt> learnt : cases) {
            EffectLog log = EffectLog.NEW;
            for (Learnt one : learnt) {
                log = log.plus(one.event(), log.version() + 1, one.recordedAt());
            }
            logs.put(learnt.get(0).event().caseId().toString(), log);
        }
        return logs;
    }
}
