package dk.effektspor.query.audit.paper;

import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.NotAssessed;
import dk.effektspor.shared.forandringskompas.Scoring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scoring dimension by dimension; beside a corrected score, what it was before. */
final class ScoresOf {

    private final CitizenId citizen;
    private final OpenedTexts texts;
    private final Catalogue catalogue;
    private final Words words;

    ScoresOf(CitizenId citizen, OpenedTexts texts, Catalogue catalogue, Words words) {
        this.citizen = citizen;
        this.texts = texts;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** @param before the event that this one corrects, if it corrects any */
    List<Entry.Score> of(CaseEvent event, @Nullable CaseEvent before) {
        Scoring scoring = scoring(event);
        if (scoring == null) {
            return List.of();
        }
        Scoring old = before == null ? null : scoring(before);
        List<Entry.Score> scores = new ArrayList<>();
        for (int i = 0; i < scoring.scores().size(); i++) {
            DimensionScore score = scoring.scores().get(i);
            String path = "scoring.scores[" + i + "].";
            scores.add(new Entry.Score(
                    score.dimension(),
                    name(scoring, score.dimension()),
                    new Fact(path + "score", words.text("column.score"), Passage.of(said(score)), Fact.Kind.CHOICE),
                    comment(path, score),
                    old == null ? null : before(old, score.dimension())));
        }
        return scores;
    }

    String name(Scoring scoring, int dimension) {
        return catalogue
                .compass(scoring.compass(), scoring.compassVersion())
                .flatMap(compass -> compass.dimension(dimension))
                .map(found -> found.name().in(words.language()))
                .orElse("");
    }

    private @Nullable Fact comment(String path, DimensionScore score) {
        return score.comment() == null
                ? null
                : new Fact(
                        path + "comment",
                        words.text("column.comment"),
                        Passage.of(texts.open(citizen, score.comment(), words.language())),
                        Fact.Kind.TEXT);
    }

    private Passage before(Scoring old, int dimension) {
        return old.scores().stream()
                .filter(score -> score.dimension() == dimension)
                .findFirst()
                .map(score -> Passage.of(said(score)))
                .orElseGet(() -> Passage.of(words.text("none")));
    }

    private String said(DimensionScore score) {
        NotAssessed reason = score.notAssessed();
        String said = reason == null ? String.valueOf(score.score()) : words.text("NotAssessed." + reason.name());
        return score.variant() == null ? said : said + " " + words.text("variant", score.variant());
    }

    private static @Nullable Scoring scoring(CaseEvent event) {
        if (event instanceof CompassScored scored) {
            return scored.scoring();
        }
        return event instanceof ScoringCorrected corrected ? corrected.scoring() : null;
    }
}
