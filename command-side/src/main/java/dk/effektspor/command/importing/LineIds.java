package dk.effektspor.command.importing;

import dk.effektspor.command.platform.DerivedId;
import dk.effektspor.command.platform.Identities;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.shared.casefile.CaseId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything in a line is named by the line, so that reading a file again names the same things. */
final class LineIds implements Identities {

    private final String lineId;
    private final String caseNumber;
    private final CaseId caseId;
    private final ImportLine line;

    /** A case that was opened some other way keeps the id it has; one that this file opens is named by its number. */
    LineIds(ImportLine line, Function<String, Optional<CaseId>> openedWith) {
        this.line = line;
        this.lineId = Shape.code("id", line.id());
        this.caseNumber = Shape.code("case", line.caseNumber());
        this.caseId = openedWith.apply(caseNumber).orElseGet(() -> new CaseId(DerivedId.of("case", caseNumber)));
    }

    @Override
    public CaseId caseId() {
        return caseId;
    }

    @Override
    public UUID intervention() {
        return referred("intervention", Shape.code("intervention", line.intervention()));
    }

    @Override
    public UUID scoring() {
        return referred("scoring", Shape.code("scoring", line.scoring()));
    }

    @Override
    public UUID reading(String reference) {
        return referred("scoring", reference);
    }

    @Override
    public UUID created(Kind kind) {
        return switch (kind) {
            case CASE -> caseId.value();
            case INTERVENTION ->
                line.newIntervention() == null ? intervention() : referred("intervention", line.newIntervention());
            case SCORING -> scoring();
            case NOTE, MEETING, GOAL -> created(kind, 0);
        };
    }

    @Override
    public UUID created(Kind kind, int index) {
        return DerivedId.of(kind.name(), caseId.toString(), lineId, Integer.toString(index));
    }

    @Override
    public @Nullable String caseNumber() {
        return caseNumber;
    }

    /** By which the case recognises a line it has taken already. */
    String commandId() {
        return DerivedId.of("command", caseNumber, lineId).toString();
    }

    private UUID referred(String kind, String reference) {
        return DerivedId.of(kind, caseId.toString(), reference);
    }
}
