package dk.effektspor.query.caseview;

import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.ScoringId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A case's readings on the Forandringskompas.
 *
 * @param series what each kind of rater read on each dimension over time; raters are never merged
 * @param scorings every scoring with every wording it has had, corrected and annulled ones too
 */
public record CompassAnswer(long version, List<Series> series, List<ScoringHistory> scorings) {

    /**
     * One dimension of one compass version as one kind of rater read it, oldest first.
     *
     * @param sinceEntry latest score less the first; absent with fewer than two
     * @param sinceLast latest score less the one before
     */
    public record Series(
            String compass,
            String compassVersion,
            int dimension,
            Rater rater,
            List<Reading> readings,
            @Nullable Integer sinceEntry,
            @Nullable Integer sinceLast) {}

    /** A score on a date. */
    public record Reading(LocalDate on, ScoringId scoringId, Occasion occasion, int score) {}

    private record Key(String compass, String version, int dimension, Rater rater) {}

    public static CompassAnswer of(CaseView view) {
        TreeMap<Key, List<Reading>> readings = new TreeMap<>(Comparator.comparing(Key::compass)
                .thenComparing(Key::version)
                .thenComparing(Key::dimension)
                .thenComparing(Key::rater));
        view.scorings().stream()
                .filter(s -> s.annulment() == null)
                .sorted(Comparator.comparing((ScoringHistory s) -> s.current().on())
                        .thenComparing(s -> s.wordings().get(0).version()))
                .forEach(scoring -> add(readings, scoring));
        return new CompassAnswer(
                view.version(),
                readings.entrySet().stream()
                        .map(entry -> series(entry.getKey(), entry.getValue()))
                        .toList(),
                view.scorings());
    }

    private static void add(TreeMap<Key, List<Reading>> readings, ScoringHistory history) {
        ScoringHistory.Wording current = history.current();
        for (DimensionScore dimension : current.scoring().scores()) {
            Integer score = dimension.score();
            if (score != null) {
                Key key = new Key(
                        current.scoring().compass(),
                        current.scoring().compassVersion(),
                        dimension.dimension(),
                        current.scoring().rater());
                readings.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new Reading(
                                current.on(),
                                history.scoringId(),
                                current.scoring().occasion(),
                                score));
            }
        }
    }

    private static Series series(Key key, List<Reading> readings) {
        int count = readings.size();
        Integer latest = readings.get(count - 1).score();
        return new Series(
                key.compass(),
                key.version(),
                key.dimension(),
                key.rater(),
                readings,
                count < 2 ? null : latest - readings.get(0).score(),
                count < 2 ? null : latest - readings.get(count - 2).score());
    }
}
